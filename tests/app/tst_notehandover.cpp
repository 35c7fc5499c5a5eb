// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QGuiApplication>
#include <QSignalSpy>

#include "tests/app/HeldWorkers.h"
#include "tests/app/NoteFixture.h"
#include "tests/support/PdfText.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;
using Answer = platform::Sharer::Result;

class TestNoteHandover : public NoteFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void previewTextAndLedgerAreOne()
    {
        storeSession(QDate(2026, 3, 5));
        m_vault->store(QString::fromUtf8("I felt small.\nLast week, too. 🙂"));
        m_vault->store(QStringLiteral("b"));
        start();
        m_maker->setTicked(m_cards->list().at(0).record.uid.toString(), true);
        m_maker->setReadThenWait(true);
        m_maker->setAskMeFirst(true);
        m_maker->preview();

        const QString text = m_handover->plainText();
        QVERIFY(text.startsWith(QStringLiteral("For our session on 5 March\n")));
        QVERIFY(
            text.contains(QStringLiteral("Please ask me about it first. Please read it, then wait for me.")));
        const QList<NoteLine> shown = shownLines();
        QCOMPARE(withoutRules(text), plainOf(shown));

        m_handover->copyText();
        QTRY_COMPARE(m_handover->state(), NoteHandover::HandedOver);
        QCOMPARE(m_sharer->given.value(0).text, text);
        const QList<Note> notes = storedNotes();
        QCOMPARE(notes.size(), 1);
        QCOMPARE(withoutSources(notes.first().lines), shown);
        QCOMPARE(notes.first().lines.at(2).source, m_cards->list().at(0).record.uid);
        QCOMPARE(notes.first().session, m_session->session()->record.uid);
        const QList<Share> ledger = sharesOf(notes.first());
        QCOMPARE(ledger.size(), 1);
        QCOMPARE(ledger.first().content, text);
        QCOMPARE(ledger.first().way, ShareWay::Clipboard);
        QCOMPARE(ledger.first().record.created, m_vault->clock.now());
    }

    void linesHaveTheirRoles()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"));
        start();
        tick("a b");
        m_maker->preview();
        const NoteLines &lines = *m_handover->lines();
        QStringList seen;
        for (int row = 0; row < lines.rowCount(); ++row) {
            const QModelIndex line = lines.index(row);
            seen += QStringLiteral("%1%2%3")
                        .arg(line.data(NoteLines::SectionRole).toInt())
                        .arg(line.data(NoteLines::OwnWordsRole).toBool() ? QStringLiteral("own") : QString())
                        .arg(line.data(NoteLines::NumberRole).toInt());
        }
        QCOMPARE(seen.join(u' '), QStringLiteral("00 10 2own1 2own2 60 60 60 60 70"));
        const auto roles = lines.roleNames();
        for (auto role = roles.keyBegin(); role != roles.keyEnd(); ++role)
            QVERIFY(lines.index(0).data(*role).isValid());
    }

    void waysOut_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<QString>("name");
        QTest::newRow("copied") << int(ShareWay::Clipboard) << QString();
        QTest::newRow("saved") << int(ShareWay::Text) << QStringLiteral("note-2026-03-02.txt");
        QTest::newRow("mailed") << int(ShareWay::Email) << QStringLiteral("Appointment");
        QTest::newRow("printed to a file") << int(ShareWay::Pdf) << QStringLiteral("note-2026-03-02.pdf");
    }

    void waysOut()
    {
        QFETCH(int, way);
        QFETCH(QString, name);
        preview("a");
        handOver(ShareWay(way));
        QCOMPARE(m_handover->state(), NoteHandover::HandingOver);
        QTRY_COMPARE(m_handover->state(), NoteHandover::HandedOver);
        QVERIFY(!m_handover->message().isEmpty());
        QCOMPARE(m_sharer->given.size(), 1);
        QCOMPARE(m_sharer->given.first().name, name);
        const FakeSharer::Given &given = m_sharer->given.first();
        if (ShareWay(way) != ShareWay::Pdf)
            QCOMPARE(given.text, m_handover->plainText());
        if (ShareWay(way) == ShareWay::Pdf || ShareWay(way) == ShareWay::Email) {
            QCOMPARE(given.files.size(), 1);
            QCOMPARE(given.files.first().name, QStringLiteral("note-2026-03-02.pdf"));
            QVERIFY(given.files.first().bytes.startsWith("%PDF-"));
        }
        const QList<Share> ledger = sharesOf(storedNotes().value(0));
        QCOMPARE(ledger.size(), 1);
        QCOMPARE(ledger.first().way, ShareWay(way));
        QCOMPARE(ledger.first().content, m_handover->plainText());
    }

    /// Facts → finished lines → preview = PDF = text = ledger.
    void allFourHoldTheSameLines()
    {
        m_vault->store(QStringLiteral("I said it was fine that we moved the time. It wasn't."));
        m_vault->store(QString::fromUtf8("أشعر أنني صغير"));
        storeMoods();
        start();
        QVERIFY(!m_maker->sinceLastTime().isEmpty());
        for (const Card &card : m_cards->list())
            m_maker->setTicked(card.record.uid.toString(), true);
        m_maker->setGiveMeTime(true);
        m_maker->setWithSinceLastTime(true);
        m_maker->preview();
        m_handover->savePdf();
        QTRY_COMPARE(m_handover->state(), NoteHandover::HandedOver);
        QTRY_VERIFY(m_handover->pages()->count() == 1);

        const QStringList lines = wordsOf(plainOf(shownLines()));
        QVERIFY(lines.join(u' ').contains(QStringLiteral("check-in")));
        QCOMPARE(wordsOf(withoutRules(m_handover->plainText())), lines);
        const Note note = storedNotes().value(0);
        QCOMPARE(wordsOf(plainOf(note.lines)), lines);
        QCOMPARE(wordsOf(withoutRules(sharesOf(note).value(0).content)), lines);
        QCOMPARE(wordsOf(plainOf(markedLines())), lines);
        const auto pdf = wordsOfPdf(m_sharer->given.first().files.first().bytes);
        if (!pdf)
            QSKIP("pdftotext is not there");
        QCOMPARE(*pdf, lines);
    }

    void thePageIsMadeBeforeAnythingIsWrittenDown()
    {
        preview("a");
        {
            const HeldWorkers held;
            m_handover->savePdf();
            m_vault->settle();
            QCOMPARE(m_handover->state(), NoteHandover::HandingOver);
            m_handover->copyText(); // one way at a time
            m_vault->settle();
            QVERIFY(storedNotes().isEmpty());
            m_maker->begin(); // and the person goes on to another one
        }
        QTest::qWait(50);
        m_vault->settle();
        QVERIFY(m_sharer->given.isEmpty());
        QVERIFY(storedNotes().isEmpty());
        QCOMPARE(m_handover->state(), NoteHandover::Nothing);
    }

    void whatDidNotLeaveIsNotInTheLedger_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("state");
        QTest::newRow("cancelled") << int(Answer::Cancelled) << int(NoteHandover::Previewing);
        QTest::newRow("not there") << int(Answer::Unavailable) << int(NoteHandover::Failed);
        QTest::newRow("failed") << int(Answer::Failed) << int(NoteHandover::Failed);
    }

    void whatDidNotLeaveIsNotInTheLedger()
    {
        QFETCH(int, answer);
        QFETCH(int, state);
        preview("a");
        m_sharer->next = Answer(answer);
        m_handover->sendEmail();
        QTRY_COMPARE(int(m_handover->state()), state);
        QCOMPARE(m_handover->message().isEmpty(), state == NoteHandover::Previewing);
        QVERIFY(storedNotes().isEmpty());
        QCOMPARE(ledgerSize(), 0);

        // and the same note leaves another way
        m_sharer->next = Answer::Done;
        m_handover->copyText();
        QTRY_COMPARE(m_handover->state(), NoteHandover::HandedOver);
        QCOMPARE(storedNotes().size(), 1);
        QCOMPARE(ledgerSize(), 1);
    }

    void aSecondWayOutAddsOnlyToTheLedger()
    {
        preview("a");
        m_handover->copyText();
        QTRY_COMPARE(m_handover->state(), NoteHandover::HandedOver);
        m_vault->clock.advance(60);
        m_handover->saveText();
        QTRY_COMPARE(ledgerSize(), 2);
        m_vault->settle();
        QCOMPARE(m_handover->state(), NoteHandover::HandedOver);
        m_sharer->next = Answer::Cancelled;
        m_handover->sendEmail();
        QTRY_COMPARE(m_handover->state(), NoteHandover::Previewing);
        const QList<Note> notes = storedNotes();
        QCOMPARE(notes.size(), 1); // what left twice stays when a third way is cancelled
        const QList<Share> ledger = sharesOf(notes.first());
        QCOMPARE(ledger.size(), 2);
        QCOMPARE(ledger.at(0).way, ShareWay::Clipboard);
        QCOMPARE(ledger.at(1).way, ShareWay::Text);
    }

    void nothingLeavesThatCannotBeWrittenDown()
    {
        preview("a");
        m_vault->close();
        m_handover->copyText();
        QTRY_COMPARE(m_handover->state(), NoteHandover::Failed);
        QVERIFY(!m_handover->message().isEmpty());
        QVERIFY(m_sharer->given.isEmpty());
        m_vault->open();
        m_handover->copyText();
        QTRY_COMPARE(m_handover->state(), NoteHandover::HandedOver);
        QCOMPARE(ledgerSize(), 1);
    }

    void nothingLeavesBeforeThePreview()
    {
        m_vault->store(QStringLiteral("a"));
        start();
        tick("a");
        m_handover->copyText();
        m_vault->settle();
        QVERIFY(m_sharer->given.isEmpty());
        QCOMPARE(ledgerSize(), 0);
    }

    void aDialogLeftOpenBelongsToItsOwnNote_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("left"); // handings-over in the ledger at the end
        QTest::newRow("done") << int(Answer::Done) << 2;
        QTest::newRow("cancelled") << int(Answer::Cancelled) << 1;
    }

    void aDialogLeftOpenBelongsToItsOwnNote()
    {
        QFETCH(int, answer);
        QFETCH(int, left);
        preview("a");
        m_sharer->holds = true;
        m_handover->saveText();
        QTRY_COMPARE(m_sharer->given.size(), 1);
        m_maker->begin(); // another one, meanwhile
        tick("a");
        m_maker->preview();
        m_sharer->answerNow(Answer(answer));
        QCOMPARE(m_handover->state(), NoteHandover::Previewing);
        QCOMPARE(m_handover->message(), QString());
        m_sharer->holds = false;
        m_handover->copyText();
        QTRY_COMPARE(m_handover->state(), NoteHandover::HandedOver);
        QCOMPARE(storedNotes().size(), left);
        QCOMPARE(ledgerSize(), left);
    }

    /// The ledger's entry is on its way to the disk when a new note begins.
    void whatLeavesIsWhatWasWrittenDown()
    {
        preview("a");
        const QString text = m_handover->plainText();
        m_handover->copyText();
        m_maker->begin();
        m_vault->settle();
        QCOMPARE(ledgerSize(), qsizetype(m_sharer->given.size()));
        for (const FakeSharer::Given &given : std::as_const(m_sharer->given))
            QCOMPARE(given.text, text);
        QCOMPARE(m_handover->state(), NoteHandover::Nothing);
        tick("a");
        m_maker->preview();
        m_handover->copyText();
        QTRY_COMPARE(m_handover->state(), NoteHandover::HandedOver);
        QCOMPARE(ledgerSize(), qsizetype(m_sharer->given.size()));
    }

    void theFirstWordsAreReadOnce()
    {
        start();
        QVERIFY(m_handover->firstTime());
        m_handover->confirmFirstTime();
        QVERIFY(!m_handover->firstTime());
        start();
        QVERIFY(!m_handover->firstTime());
    }

private:
    /// What the preview says to whoever reads it by ear.
    QList<NoteLine> markedLines()
    {
        QList<NoteLine> lines;
        const PageMarks &marks = *m_handover->pages()->marks();
        for (int row = 0; row < marks.rowCount(); ++row) {
            const QModelIndex mark = marks.index(row);
            NoteLine line;
            line.section =
                mark.data(PageMarks::NumberRole).toInt() > 0 ? NoteSection::Topic : NoteSection::Title;
            line.text = mark.data(PageMarks::TextRole).toString();
            lines.append(line);
        }
        return lines;
    }

    /// Words to compare: a page numbers its topics without a dot.
    static QStringList wordsOf(const QString &text)
    {
        QStringList words = tests::comparable(text).split(u' ', Qt::SkipEmptyParts);
        for (QString &word : words) {
            if (word.size() == 2 && word.front().isDigit() && word.back() == u'.')
                word.chop(1);
        }
        return words;
    }
    static std::optional<QStringList> wordsOfPdf(const QByteArray &pdf)
    {
        const auto text = tests::pdfText(pdf);
        return text ? std::optional(wordsOf(*text)) : std::nullopt;
    }
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    TestNoteHandover test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notehandover.moc"
