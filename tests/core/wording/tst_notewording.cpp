// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QRegularExpression>
#include <QTest>

#include "core/wording/NoteWording.h"

using namespace rapport::domain;
using namespace rapport::wording;

namespace {

NoteFacts facts(const QStringList &topics, const QList<SayingHelp> &helps = {})
{
    NoteFacts facts;
    facts.sessionDate = QDate(2026, 3, 5);
    facts.writtenOn = QDate(2026, 3, 2);
    for (const QString &text : topics)
        facts.topics.append({std::nullopt, text});
    facts.helps = helps;
    return facts;
}

const QList<SayingHelp> allHelps{SayingHelp::AskMeFirst, SayingHelp::GiveMeTime, SayingHelp::ReadThenWait};

} // namespace

class TestNoteWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeNote()
    {
        const QString text =
            textOf(facts({QStringLiteral("I was hurt when you laughed."), QStringLiteral("two\nlines"),
                          QString::fromUtf8("شكرًا 🙂")},
                         allHelps),
                   "en_GB");
        QCOMPARE(text, QString::fromUtf8(R"(For our session on 5 March
Written on 2 March

What I'd like us to get to
1. I was hurt when you laughed.
2. two
lines
3. شكرًا 🙂

What would help me say it
Please ask me about it first. Please give me time. Please read it, then wait for me.

What we agreed
____________________________
____________________________
____________________________
____________________________

Self-reported, not a clinical measurement. Not monitored. Not for emergencies.
)"));
    }

    void theShortestNote()
    {
        NoteFacts shortest = facts({QStringLiteral("a")});
        shortest.sessionDate.reset();
        QCOMPARE(textOf(shortest, "en_GB"), QString::fromUtf8(R"(For our next session
Written on 2 March

What I'd like us to get to
1. a

What we agreed
____________________________
____________________________
____________________________
____________________________

Self-reported, not a clinical measurement. Not monitored. Not for emergencies.
)"));
    }

    void sinceLastTimeIsASentenceOrNothing()
    {
        NoteFacts since = facts({QStringLiteral("a")}, {SayingHelp::GiveMeTime});
        QVERIFY(!noteText(noteLines(since, QLocale()), QLocale()).contains(QStringLiteral("Since")));
        since.sinceLastTime = QStringLiteral("Seven check-ins on four days.");
        const QString text = noteText(noteLines(since, QLocale()), QLocale());
        QVERIFY(text.contains(QStringLiteral("Please give me time.\n\n"
                                             "Since last time\nSeven check-ins on four days.\n\n"
                                             "What we agreed\n")));
    }

    void pagesAreCounted()
    {
        QCOMPARE(pageNumber(2, 3, QLocale(QStringLiteral("en_GB"))), QStringLiteral("2 of 3"));
        QCOMPARE(pageNumber(2, 3, QLocale(QStringLiteral("ar_EG"))), QString::fromUtf8("٢ of ٣"));
    }

    /// Until the sentences are translated, days and numbers are the language's own.
    void daysAndNumbersAreTheLanguages_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("first");
        QTest::newRow("en_GB") << "en_GB"
                               << "For our session on 5 March"
                               << "Written on 2 March"
                               << "1. a";
        QTest::newRow("en_US") << "en_US"
                               << "For our session on March 5"
                               << "Written on March 2"
                               << "1. a";
        QTest::newRow("es") << "es_ES"
                            << "For our session on 5 de marzo"
                            << "Written on 2 de marzo"
                            << "1. a";
        QTest::newRow("fr") << "fr_FR"
                            << "For our session on 5 mars"
                            << "Written on 2 mars"
                            << "1. a";
        QTest::newRow("de") << "de_DE" << QStringLiteral("For our session on 5. März")
                            << QStringLiteral("Written on 2. März") << "1. a";
        QTest::newRow("ar") << "ar_EG" << QStringLiteral("For our session on ٥ مارس")
                            << QStringLiteral("Written on ٢ مارس") << QStringLiteral("١. a");
    }

    void daysAndNumbersAreTheLanguages()
    {
        QFETCH(QString, locale);
        QFETCH(QString, title);
        QFETCH(QString, written);
        QFETCH(QString, first);
        const QStringList lines = textOf(facts({QStringLiteral("a")}), locale.toLatin1()).split(u'\n');
        QCOMPARE(lines.value(0), title);
        QCOMPARE(lines.value(1), written);
        QCOMPARE(lines.value(4), first);
    }

    void theAppsOwnWordsAreFew_data()
    {
        QTest::addColumn<QString>("locale");
        for (const char *locale : {"en_GB", "es_ES", "fr_FR", "de_DE", "ar_EG"})
            QTest::newRow(locale) << QString::fromLatin1(locale);
    }

    void theAppsOwnWordsAreFew()
    {
        QFETCH(QString, locale);
        const QString own = QString(1000, u'a'); // whatever the person wrote does not count
        const auto lines = noteLines(facts({own, own, own}, allHelps), QLocale(locale));
        qsizetype count = 0;
        for (const NoteLine &line : lines) {
            count += wordsIn(line.heading);
            if (!line.ownWords)
                count += wordsIn(line.text);
        }
        QVERIFY2(count > 20, qPrintable(QString::number(count)));
        QVERIFY2(count <= 150, qPrintable(QString::number(count)));
    }

    void ownWordsAreNeverTouched_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("like an argument") << "%1 and %2";
        QTest::newRow("like mark-up") << "<b>no</b> &amp; # * _";
        QTest::newRow("lines") << "one\n\ntwo";
        QTest::newRow("right to left") << QStringLiteral("أريد أن أقول");
        QTest::newRow("long") << QString(100'000, u'a');
    }

    void ownWordsAreNeverTouched()
    {
        QFETCH(QString, words);
        const auto lines = noteLines(facts({words}, allHelps), QLocale(QStringLiteral("en_GB")));
        QCOMPARE(lines.at(2).text, words);
        QVERIFY(lines.at(2).ownWords);
        QCOMPARE(std::count_if(lines.begin(), lines.end(), [](const auto &line) { return line.ownWords; }),
                 1);
        QVERIFY(noteText(lines, QLocale(QStringLiteral("en_GB")))
                    .contains(QStringLiteral("1. ") + words + u'\n'));
    }

    void headingsStandOnTheFirstLineOfTheirSection()
    {
        const auto lines =
            noteLines(facts({QStringLiteral("a"), QStringLiteral("b")}, {SayingHelp::GiveMeTime}),
                      QLocale(QStringLiteral("en_GB")));
        QList<int> sections;
        QStringList headings;
        for (const NoteLine &line : lines) {
            sections += int(line.section);
            headings += line.heading;
        }
        QCOMPARE(sections, (QList<int>{0, 1, 2, 2, 3, 6, 6, 6, 6, 7}));
        QCOMPARE(headings.join(u'|'),
                 QStringLiteral("||What I'd like us to get to||What would help me say it|"
                                "What we agreed||||"));
        QCOMPARE(lines.at(4).text, QStringLiteral("Please give me time."));
    }

    void theFileNameSaysNothing()
    {
        QCOMPARE(noteFileStem(QDate(2026, 3, 2)), QStringLiteral("note-2026-03-02"));
    }

private:
    static QString textOf(const NoteFacts &facts, const QByteArray &locale)
    {
        const QLocale place(QString::fromLatin1(locale));
        return noteText(noteLines(facts, place), place);
    }

    static qsizetype wordsIn(const QString &text)
    {
        return text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts).size();
    }
};

QTEST_GUILESS_MAIN(TestNoteWording)
#include "tst_notewording.moc"
