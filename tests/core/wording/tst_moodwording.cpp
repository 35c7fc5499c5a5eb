// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>
#include <QTranslator>

#include "core/wording/MoodWording.h"

using namespace rapport::domain;
using namespace rapport::wording;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QLocale arabic(QLocale::Arabic, QLocale::Egypt);

/// Tuesday, 24 November 2026, and the days around it.
qint32 dayAt(int later)
{
    return static_cast<qint32>(QDate(1970, 1, 1).daysTo(QDate(2026, 11, 24))) + later;
}

MoodDay moodDay(int later, const QList<int> &felt)
{
    MoodDay day{dayAt(later), static_cast<int>(felt.size()), 0, felt.first(), felt.first(), 0, 0};
    for (int value : felt) {
        day.pleasantnessSum += value;
        day.pleasantnessMin = std::min(day.pleasantnessMin, value);
        day.pleasantnessMax = std::max(day.pleasantnessMax, value);
    }
    return day;
}

} // namespace

class TestMoodWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_plurals.load(QStringLiteral(":/rapport/i18n/rapport_en.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_plurals));
    }

    void steps_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("ofFive");
        QTest::newRow("lowest") << 0 << "very bad"
                                << "very bad, 1 of 5";
        QTest::newRow("low") << 1 << "bad"
                             << "bad, 2 of 5";
        QTest::newRow("middle") << 2 << "in between"
                                << "in between, 3 of 5";
        QTest::newRow("high") << 3 << "good"
                              << "good, 4 of 5";
        QTest::newRow("highest") << 4 << "very good"
                                 << "very good, 5 of 5";
    }

    void steps()
    {
        QFETCH(int, step);
        QTEST(moodWord(step), "word");
        QTEST(moodOfFive(step, english), "ofFive");
    }

    void numbersAreTheLanguagesOwn()
    {
        QCOMPARE(moodOfFive(1, arabic), QStringLiteral("bad, ٢ of ٥"));
        QVERIFY(moodDayWords(moodDay(0, {0, 0, 0}), arabic).contains(u'٣'));
        QVERIFY(sinceLastTime({7, 4, {}, 0, 0}, arabic).contains(u'٧'));
    }

    void days_data()
    {
        QTest::addColumn<QList<int>>("felt");
        QTest::addColumn<QString>("words");
        QTest::newRow("one") << QList<int>{-40} << "bad; 1 check-in";
        QTest::newRow("two alike") << QList<int>{-40, -40} << "bad; 2 check-ins";
        QTest::newRow("alike on a finer scale") << QList<int>{-45, -35} << "bad; 2 check-ins";
        QTest::newRow("apart") << QList<int>{-40, 40, 0}
                               << "from bad to good, on average in between; 3 check-ins";
        QTest::newRow("far apart") << QList<int>{-80, 80, 80}
                                   << "from very bad to very good, on average good; 3 check-ins";
        QTest::newRow("next to each other")
            << QList<int>{0, 40} << "from in between to good, on average in between; 2 check-ins";
    }

    void days()
    {
        QFETCH(QList<int>, felt);
        QFETCH(QString, words);
        const MoodDay day = moodDay(0, felt);
        QCOMPARE(moodDayWords(day, english), words);
        QCOMPARE(moodDaySentence(day, english), QStringLiteral("Tuesday 24 November: ") + words);
    }

    void aTableHasRowsForDaysThatAreThere()
    {
        const QList<MoodTableRow> rows = moodTable({moodDay(0, {0}), moodDay(2, {80, 80})}, english);
        const QList<MoodTableRow> wanted{
            {QStringLiteral("Tuesday 24 November"), QStringLiteral("in between; 1 check-in")},
            {QStringLiteral("Thursday 26 November"), QStringLiteral("very good; 2 check-ins")}};
        QCOMPARE(rows, wanted);
        QVERIFY(moodTable({}, english).isEmpty());
    }

    void weeks()
    {
        QCOMPARE(weekTitle(QDate(2026, 11, 23), english), QStringLiteral("23 November to 29 November"));
        QCOMPARE(weekTitle(QDate(2026, 12, 28), english), QStringLiteral("28 December to 3 January"));
    }

    void sentences_data()
    {
        QTest::addColumn<MoodFacts>("facts");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << MoodFacts{} << "";
        QTest::newRow("the direction's own")
            << MoodFacts{7, 4, 2, 2, 0} << "7 check-ins on 4 days, mostly in between, 2 good days.";
        QTest::newRow("one of each") << MoodFacts{7, 4, 2, 1, 1}
                                     << "7 check-ins on 4 days, mostly in between, 1 good day, 1 bad day.";
        QTest::newRow("one") << MoodFacts{1, 1, 1, 0, 1} << "1 check-in, bad.";
        QTest::newRow("several on a day") << MoodFacts{3, 1, 3, 1, 0} << "3 check-ins, mostly good.";
        QTest::newRow("several on a day, none most") << MoodFacts{2, 1, {}, 0, 0} << "2 check-ins.";
        QTest::newRow("mixed") << MoodFacts{4, 3, {}, 1, 2}
                               << "4 check-ins on 3 days, 1 good day, 2 bad days.";
        QTest::newRow("mostly good says the bad ones")
            << MoodFacts{5, 5, 3, 4, 1} << "5 check-ins on 5 days, mostly good, 1 bad day.";
        QTest::newRow("mostly bad says the good ones")
            << MoodFacts{5, 5, 0, 1, 4} << "5 check-ins on 5 days, mostly very bad, 1 good day.";
        QTest::newRow("all alike") << MoodFacts{2, 2, 3, 2, 0} << "2 check-ins on 2 days, mostly good.";
    }

    void sentences()
    {
        QFETCH(MoodFacts, facts);
        QTEST(sinceLastTime(facts, english), "sentence");
    }

private:
    QTranslator m_plurals;
};

QTEST_GUILESS_MAIN(TestMoodWording)
#include "tst_moodwording.moc"
