// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because a note is followed from the first tick to the ledger, with every answer of the ways out.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/Cards.h"
#include "app/NextSession.h"
#include "app/NoteMaker.h"
#include "core/storage/NoteRepository.h"
#include "core/storage/SessionRepository.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;
using Answer = platform::Sharer::Result;

class TestNoteMaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<OpenVault>();
        m_sharer = std::make_unique<FakeSharer>();
    }

    void cleanup()
    {
        m_testers.clear();
        m_maker.reset();
        m_session.reset();
        m_cards.reset();
        m_vault.reset();
        m_sharer.reset();
    }

    void nothingIsTickedAtTheBeginning()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        m_vault->store(QStringLiteral("b"));
        start();
        QCOMPARE(m_maker->tickedCount(), 0);
        tick("a b");
        m_maker->setAskMeFirst(true);
        m_maker->preview();
        QCOMPARE(m_maker->state(), NoteMaker::Previewing);
        m_maker->begin();
        QCOMPARE(m_maker->state(), NoteMaker::Choosing);
        QCOMPARE(m_maker->tickedCount(), 0);
        QCOMPARE(ticked(), QString());
        QVERIFY(!m_maker->askMeFirst() && !m_maker->giveMeTime() && !m_maker->readThenWait());
        QCOMPARE(m_maker->plainText(), QString());
        QCOMPARE(m_maker->lines()->rowCount(), 0);
        QCOMPARE(m_maker->count(), 2);
    }

    void privateAndSaidCardsAreNeverOffered()
    {
        m_vault->store(QStringLiteral("a"));
        const Card secret = storePrivate("secret", CardState::Chosen);
        storePrivate("hidden", CardState::Written);
        storePrivate("gone", CardState::Said);
        m_vault->store(QStringLiteral("said"), CardState::Said);
        start();
        QCOMPARE(offered(), QStringLiteral("a"));
        QCOMPARE(m_maker->count(), 1);
        QCOMPARE(m_maker->privateCount(), 2); // those that would otherwise be offered
        QCOMPARE(m_maker->chosenCount(), 0);
        m_maker->putInChosen();
        m_maker->setTicked(secret.record.uid.toString(), true);
        QCOMPARE(m_maker->tickedCount(), 0);
        m_maker->preview(); // of nothing
        QCOMPARE(m_maker->state(), NoteMaker::Choosing);
    }

    void aCardMadePrivateLeavesTheChoice()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"));
        start();
        tick("a b");
        Card card = m_cards->list().first();
        card.record.isPrivate = true;
        m_cards->update(card, [](const auto &) {});
        QTRY_COMPARE(offered(), QStringLiteral("b"));
        QCOMPARE(ticked(), QStringLiteral("b"));
    }

    void aNoteIsFullAtThree()
    {
        for (const char *text : {"a", "b", "c", "d"})
            m_vault->store(QString::fromLatin1(text));
        start();
        tick("a b c");
        QVERIFY(m_maker->full());
        tick("d");
        QCOMPARE(ticked(), QStringLiteral("a b c"));
        m_maker->setTicked(uidOf("b"), false);
        QVERIFY(!m_maker->full());
        tick("d");
        QCOMPARE(ticked(), QStringLiteral("a c d"));
    }

    void chosenOnesGoInAsFarAsThereIsRoom()
    {
        for (const char *text : {"a", "b", "c", "d"})
            m_vault->store(QString::fromLatin1(text), CardState::Chosen);
        m_vault->store(QStringLiteral("e"));
        start();
        QCOMPARE(m_maker->chosenCount(), 4);
        tick("e");
        m_maker->putInChosen();
        QCOMPARE(ticked(), QStringLiteral("a b e"));
        QCOMPARE(m_maker->tickedCount(), maxTopics);
    }

    void topicsStandInThePersonsOrder()
    {
        for (const char *text : {"a", "b", "c"})
            m_vault->store(QString::fromLatin1(text));
        start();
        tick("c a b"); // in whatever order they were ticked
        m_cards->moveUp(uidOf("c"));
        m_vault->settle();
        QCOMPARE(offered(), QStringLiteral("a c b"));
        m_maker->preview();
        QCOMPARE(topics(), QStringLiteral("a c b"));
    }

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

        const QString text = m_maker->plainText();
        QVERIFY(text.startsWith(QStringLiteral("For our session on 5 March\n")));
        QVERIFY(
            text.contains(QStringLiteral("Please ask me about it first. Please read it, then wait for me.")));
        const QList<NoteLine> shown = shownLines();
        QCOMPARE(withoutRules(text), plainOf(shown));

        m_maker->copyText();
        QTRY_COMPARE(m_maker->state(), NoteMaker::HandedOver);
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

    void aSessionThatIsOverIsNotInTheTitle()
    {
        storeSession(QDate(2026, 3, 1)); // yesterday
        m_vault->store(QStringLiteral("a"));
        start();
        tick("a");
        m_maker->preview();
        QCOMPARE(m_maker->lines()->index(0).data(NoteLines::TextRole).toString(),
                 QStringLiteral("For our next session"));
    }

    void linesHaveTheirRoles()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"));
        start();
        tick("a b");
        m_maker->preview();
        const NoteLines &lines = *m_maker->lines();
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
    }

    void waysOut()
    {
        QFETCH(int, way);
        QFETCH(QString, name);
        preview("a");
        handOver(ShareWay(way));
        QCOMPARE(m_maker->state(), NoteMaker::HandingOver);
        QTRY_COMPARE(m_maker->state(), NoteMaker::HandedOver);
        QVERIFY(!m_maker->message().isEmpty());
        QCOMPARE(m_sharer->given.size(), 1);
        QCOMPARE(m_sharer->given.first().name, name);
        QCOMPARE(m_sharer->given.first().text, m_maker->plainText());
        QCOMPARE(sharesOf(storedNotes().value(0)).value(0).way, ShareWay(way));
    }

    void whatDidNotLeaveIsNotInTheLedger_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("state");
        QTest::newRow("cancelled") << int(Answer::Cancelled) << int(NoteMaker::Previewing);
        QTest::newRow("not there") << int(Answer::Unavailable) << int(NoteMaker::Failed);
        QTest::newRow("failed") << int(Answer::Failed) << int(NoteMaker::Failed);
    }

    void whatDidNotLeaveIsNotInTheLedger()
    {
        QFETCH(int, answer);
        QFETCH(int, state);
        preview("a");
        m_sharer->next = Answer(answer);
        m_maker->sendEmail();
        QTRY_COMPARE(int(m_maker->state()), state);
        QCOMPARE(m_maker->message().isEmpty(), state == NoteMaker::Previewing);
        QVERIFY(storedNotes().isEmpty());
        QCOMPARE(ledgerSize(), 0);

        // and the same note leaves another way
        m_sharer->next = Answer::Done;
        m_maker->copyText();
        QTRY_COMPARE(m_maker->state(), NoteMaker::HandedOver);
        QCOMPARE(storedNotes().size(), 1);
        QCOMPARE(ledgerSize(), 1);
    }

    void aSecondWayOutAddsOnlyToTheLedger()
    {
        preview("a");
        m_maker->copyText();
        QTRY_COMPARE(m_maker->state(), NoteMaker::HandedOver);
        m_vault->clock.advance(60);
        m_maker->saveText();
        QTRY_COMPARE(ledgerSize(), 2);
        m_vault->settle();
        QCOMPARE(m_maker->state(), NoteMaker::HandedOver);
        m_sharer->next = Answer::Cancelled;
        m_maker->sendEmail();
        QTRY_COMPARE(m_maker->state(), NoteMaker::Previewing);
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
        m_maker->copyText();
        QTRY_COMPARE(m_maker->state(), NoteMaker::Failed);
        QVERIFY(!m_maker->message().isEmpty());
        QVERIFY(m_sharer->given.isEmpty());
        m_vault->open();
        m_maker->copyText();
        QTRY_COMPARE(m_maker->state(), NoteMaker::HandedOver);
        QCOMPARE(ledgerSize(), 1);
    }

    void nothingLeavesBeforeThePreview()
    {
        m_vault->store(QStringLiteral("a"));
        start();
        tick("a");
        m_maker->copyText();
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
        m_maker->saveText();
        QTRY_COMPARE(m_sharer->given.size(), 1);
        m_maker->begin(); // another one, meanwhile
        tick("a");
        m_maker->preview();
        m_sharer->answerNow(Answer(answer));
        QCOMPARE(m_maker->state(), NoteMaker::Previewing);
        QCOMPARE(m_maker->message(), QString());
        m_sharer->holds = false;
        m_maker->copyText();
        QTRY_COMPARE(m_maker->state(), NoteMaker::HandedOver);
        QCOMPARE(storedNotes().size(), left);
        QCOMPARE(ledgerSize(), left);
    }

    /// The ledger's entry is on its way to the disk when a new note begins.
    void whatLeavesIsWhatWasWrittenDown()
    {
        preview("a");
        const QString text = m_maker->plainText();
        m_maker->copyText();
        m_maker->begin();
        m_vault->settle();
        QCOMPARE(ledgerSize(), qsizetype(m_sharer->given.size()));
        for (const FakeSharer::Given &given : std::as_const(m_sharer->given))
            QCOMPARE(given.text, text);
        QCOMPARE(m_maker->state(), NoteMaker::Choosing);
        tick("a");
        m_maker->preview();
        m_maker->copyText();
        QTRY_COMPARE(m_maker->state(), NoteMaker::HandedOver);
        QCOMPARE(ledgerSize(), qsizetype(m_sharer->given.size()));
    }

    void theFirstWordsAreReadOnce()
    {
        start();
        QVERIFY(m_maker->firstTime());
        m_maker->confirmFirstTime();
        QVERIFY(!m_maker->firstTime());
        start();
        QVERIFY(!m_maker->firstTime());
    }

    void viewsSeeEachRowOnlyWhileItIsThere()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"));
        start();
        // What a view does: it knows as many rows as it was told of.
        int known = m_maker->rowCount();
        connect(m_maker.get(), &QAbstractItemModel::modelReset, this, [&] { known = m_maker->rowCount(); });
        bool everWrong = false;
        const auto look = [&] { everWrong = everWrong || known != m_maker->rowCount(); };
        connect(m_maker.get(), &NoteMaker::stateChanged, this, look);
        connect(m_maker.get(), &QAbstractItemModel::modelAboutToBeReset, this, look);
        tick("a");
        m_maker->preview();
        m_maker->begin();
        QVERIFY(!everWrong);
    }

private:
    /// As after a start of the app.
    void start()
    {
        m_testers.clear();
        m_maker.reset();
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        m_session = std::make_unique<NextSession>(m_vault->environment, nullptr);
        m_maker = std::make_unique<NoteMaker>(m_vault->environment, *m_cards, *m_session, *m_sharer, nullptr);
        for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_maker.get()),
                                          static_cast<QAbstractItemModel *>(m_maker->lines())})
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        m_vault->settle();
        QVERIFY(m_cards->status() != Cards::Loading);
        m_maker->begin();
    }

    void preview(const char *text)
    {
        m_vault->store(QString::fromLatin1(text));
        start();
        tick(text);
        m_maker->preview();
        QCOMPARE(m_maker->state(), NoteMaker::Previewing);
    }

    void handOver(ShareWay way)
    {
        if (way == ShareWay::Clipboard)
            m_maker->copyText();
        else if (way == ShareWay::Text)
            m_maker->saveText();
        else
            m_maker->sendEmail();
    }

    Card storePrivate(const char *text, CardState state)
    {
        Card card = m_vault->card(QString::fromLatin1(text));
        card.state = state;
        card.record.isPrivate = true;
        return m_vault->store(card);
    }

    void storeSession(QDate day)
    {
        Session session;
        session.record = m_vault->card(QString()).record;
        session.date = day;
        session.time = QTime(10, 0);
        session.zone = m_vault->clock.zone();
        QVERIFY(m_vault->ask<Session>(
            [session](storage::Database &db) { return storage::SessionRepository(db).save(session); }));
    }

    QString uidOf(const QString &text) const
    {
        for (const Card &card : m_cards->list()) {
            if (card.text == text)
                return card.record.uid.toString();
        }
        return {};
    }
    QString uidOf(const char *text) const { return uidOf(QString::fromLatin1(text)); }

    void tick(const char *texts)
    {
        for (const QString &text : QString::fromLatin1(texts).split(u' '))
            m_maker->setTicked(uidOf(text), true);
    }

    QString rows(const std::function<bool(const QModelIndex &)> &wanted) const
    {
        QStringList texts;
        for (int row = 0; row < m_maker->rowCount(); ++row) {
            if (wanted(m_maker->index(row)))
                texts += m_maker->index(row).data(NoteMaker::TextRole).toString();
        }
        return texts.join(u' ');
    }
    QString offered() const
    {
        return rows([](const QModelIndex &) { return true; });
    }
    QString ticked() const
    {
        return rows([](const QModelIndex &row) { return row.data(NoteMaker::TickedRole).toBool(); });
    }

    QList<NoteLine> shownLines() const
    {
        QList<NoteLine> shown;
        const NoteLines &lines = *m_maker->lines();
        for (int row = 0; row < lines.rowCount(); ++row) {
            const QModelIndex line = lines.index(row);
            shown.append({static_cast<NoteSection>(line.data(NoteLines::SectionRole).toInt()),
                          line.data(NoteLines::HeadingRole).toString(),
                          line.data(NoteLines::TextRole).toString(),
                          {},
                          line.data(NoteLines::OwnWordsRole).toBool()});
        }
        return shown;
    }

    QString topics() const
    {
        QStringList texts;
        for (const NoteLine &line : shownLines()) {
            if (line.section == NoteSection::Topic)
                texts += line.text;
        }
        return texts.join(u' ');
    }

    static QList<NoteLine> withoutSources(QList<NoteLine> lines)
    {
        for (NoteLine &line : lines)
            line.source.reset();
        return lines;
    }

    /// Every line's words in their order, one after the other.
    static QString plainOf(const QList<NoteLine> &lines)
    {
        QStringList words;
        int topic = 0;
        for (const NoteLine &line : lines) {
            words += line.heading;
            if (line.section == NoteSection::Topic)
                words += QString::number(++topic) + u'.';
            words += line.text;
        }
        return words.join(u' ').simplified();
    }
    static QString withoutRules(QString text) { return text.remove(u'_').simplified(); }

    QList<Note> storedNotes()
    {
        return m_vault
            ->ask<QList<Note>>([](storage::Database &db) { return storage::NoteRepository(db).all(); })
            .value();
    }
    QList<Share> sharesOf(const Note &note)
    {
        return m_vault
            ->ask<QList<Share>>([uid = note.record.uid](storage::Database &db) {
                return storage::NoteRepository(db).shares(uid);
            })
            .value();
    }
    qsizetype ledgerSize()
    {
        qsizetype size = 0;
        for (const Note &note : storedNotes())
            size += sharesOf(note).size();
        return size;
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<FakeSharer> m_sharer;
    std::unique_ptr<Cards> m_cards;
    std::unique_ptr<NextSession> m_session;
    std::unique_ptr<NoteMaker> m_maker;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    TestNoteMaker test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notemaker.moc"
