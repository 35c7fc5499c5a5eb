// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/domain/MoodFacts.h"

using namespace rapport::domain;

namespace {

constexpr qint64 msPerHour = 3'600'000;

/// "-80@1" is a check-in on day 1; "p" after it makes it private, "d" deleted.
QList<CheckIn> checkIns(const QString &words)
{
    QList<CheckIn> made;
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    for (QString part : parts) {
        CheckIn checkIn;
        checkIn.record.isPrivate = part.endsWith(u'p');
        if (part.endsWith(u'd'))
            checkIn.record.deletedMs = 1;
        part.remove(u'p').remove(u'd');
        checkIn.pleasantness = part.section(u'@', 0, 0).toInt();
        checkIn.felt = {part.section(u'@', 1).toInt() * 24LL * msPerHour + msPerHour, 0};
        made.append(checkIn);
    }
    return made;
}

} // namespace

class TestMoodFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void facts_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("usual"); // -1 for none
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("bad");
        QTest::newRow("nothing") << "" << 0 << 0 << -1 << 0 << 0;
        QTest::newRow("one") << "-40@1" << 1 << 1 << 1 << 0 << 1;
        QTest::newRow("half is not most") << "0@1 40@2" << 2 << 2 << -1 << 1 << 0;
        QTest::newRow("more than half") << "0@1 0@2 40@3" << 3 << 3 << 2 << 1 << 0;
        QTest::newRow("a day's mean counts") << "-80@1 80@1 80@1" << 3 << 1 << 4 << 1 << 0;
        QTest::newRow("ups and downs make no good day") << "-80@1 80@1" << 2 << 1 << -1 << 0 << 0;
        QTest::newRow("any order") << "80@3 -80@1 80@2 -80@1" << 4 << 3 << -1 << 2 << 1;
        QTest::newRow("finer scales") << "-61@1 -100@1 -80@2" << 3 << 2 << 0 << 0 << 2;
        QTest::newRow("private ones are not there") << "-80@1p -80@2p 40@3" << 1 << 1 << 3 << 1 << 0;
        QTest::newRow("deleted ones neither") << "-80@1d 40@3" << 1 << 1 << 3 << 1 << 0;
        QTest::newRow("only private ones") << "-80@1p" << 0 << 0 << -1 << 0 << 0;
    }

    void facts()
    {
        QFETCH(QString, given);
        QFETCH(int, usual);
        const MoodFacts found = moodFacts(checkIns(given));
        QTEST(found.checkIns, "count");
        QTEST(found.days, "days");
        QCOMPARE(found.usualStep.value_or(-1), usual);
        QTEST(found.goodDays, "good");
        QTEST(found.badDays, "bad");
    }

    void daysAreThoseOfThePlace()
    {
        QList<CheckIn> two = checkIns(QStringLiteral("40@1 40@1"));
        two.first().felt.offsetMin = -120; // there it was still the evening before
        QCOMPARE(moodFacts(two).days, 2);
    }
};

QTEST_GUILESS_MAIN(TestMoodFacts)
#include "tst_moodfacts.moc"
