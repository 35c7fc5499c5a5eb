// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>
#include <QTimeZone>

#include "core/domain/Moment.h"

using namespace rapport::domain;

class TestMoment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void localDay_data()
    {
        QTest::addColumn<qint64>("utcMs");
        QTest::addColumn<int>("offsetMin");
        QTest::addColumn<int>("day");
        constexpr qint64 day = 86'400'000;
        QTest::newRow("the epoch") << 0LL << 0 << 0;
        QTest::newRow("last ms of the first day") << day - 1 << 0 << 0;
        QTest::newRow("first ms of the second day") << day << 0 << 1;
        QTest::newRow("1 ms before the epoch") << -1LL << 0 << -1;
        QTest::newRow("exactly a day before") << -day << 0 << -1;
        QTest::newRow("1 ms more") << -day - 1 << 0 << -2;
        QTest::newRow("the epoch, west") << 0LL << -1 << -1;
        QTest::newRow("the epoch, east") << 0LL << 1 << 0;
        QTest::newRow("before the epoch, but east of it") << -1LL << 1 << 0;
        QTest::newRow("a minute before, a minute east") << -60'000LL << 1 << 0;
        QTest::newRow("1 ms more than that") << -60'001LL << 1 << -1;
        QTest::newRow("farthest east") << 6 * 3'600'000LL << 1080 << 1;
        QTest::newRow("farthest east, 1 ms less") << 6 * 3'600'000LL - 1 << 1080 << 0;
        QTest::newRow("farthest west") << 18 * 3'600'000LL << -1080 << 0;
        QTest::newRow("farthest west, 1 ms less") << 18 * 3'600'000LL - 1 << -1080 << -1;
        QTest::newRow("Kathmandu, quarter to midnight") << day - 6 * 3'600'000LL << 345 << 0;
        QTest::newRow("Kathmandu, midnight") << day - 345 * 60'000LL << 345 << 1;
        QTest::newRow("year 0001") << -62'135'596'800'000LL << 0 << -719'162;
        QTest::newRow("year 9999") << 253'402'300'799'999LL << 0 << 2'932'896;
    }

    void localDay()
    {
        QFETCH(qint64, utcMs);
        QFETCH(int, offsetMin);
        QFETCH(int, day);
        const Moment moment{utcMs, offsetMin};
        QCOMPARE(moment.localDay(), day);
        QCOMPARE(moment.localDate(), QDate(1970, 1, 1).addDays(day));
        // and the calendar's own opinion, as far as calendars go
        if (qAbs(offsetMin) > 14 * 60)
            return;
        QCOMPARE(moment.toDateTime().date(), moment.localDate());
        QCOMPARE(Moment::fromDateTime(moment.toDateTime()), moment);
    }

    void aTravellerKeepsTheirDays()
    {
        // The same instant, written down in two places, lies on two days.
        const qint64 instant =
            QDateTime(QDate(2026, 3, 2), QTime(23, 30), QTimeZone::utc()).toMSecsSinceEpoch();
        QCOMPARE((Moment{instant, 60}).localDate(), QDate(2026, 3, 3));
        QCOMPARE((Moment{instant, -480}).localDate(), QDate(2026, 3, 2));
    }

    void ordered()
    {
        QVERIFY((Moment{1, 0}) < (Moment{2, -600}));
        QVERIFY((Moment{1, 0}) != (Moment{1, 60}));
    }
};

QTEST_GUILESS_MAIN(TestMoment)
#include "tst_moment.moc"
