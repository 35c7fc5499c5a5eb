// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>
#include <QTimeZone>

#include "core/domain/Session.h"

using namespace rapport::domain;

namespace {

Session sessionOn(const QDate &date, const QTime &time, const QByteArray &zone)
{
    Session session;
    session.date = date;
    session.time = time;
    session.zone = zone;
    return session;
}

qint64 utc(const QDate &date, const QTime &time)
{
    return QDateTime(date, time, QTimeZone::utc()).toMSecsSinceEpoch();
}

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

Moment noon()
{
    return {utc(QDate(2026, 1, 15), QTime(12, 0)), 0};
}

QList<Session> sessionsFromNoon(const QList<qint64> &minutesAhead)
{
    QList<Session> sessions;
    for (const qint64 ahead : minutesAhead) {
        const auto wall = QDateTime::fromMSecsSinceEpoch(noon().utcMs + ahead * minute, QTimeZone::utc());
        sessions += sessionOn(wall.date(), wall.time(), "UTC");
    }
    return sessions;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instants_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QDateTime>("expected");
        const auto row = [](const char *name, const char *zone, const char *wall, const char *expected) {
            const auto local = QDateTime::fromString(QString::fromLatin1(wall), Qt::ISODate);
            QTest::newRow(name) << QByteArray(zone) << local.date() << local.time()
                                << QDateTime::fromString(QString::fromLatin1(expected), Qt::ISODate);
        };
        row("Madrid, winter", "Europe/Madrid", "2026-01-15T10:00", "2026-01-15T09:00Z");
        row("Madrid, summer", "Europe/Madrid", "2026-07-15T10:00", "2026-07-15T08:00Z");
        row("Madrid, last minute of winter", "Europe/Madrid", "2026-03-29T01:59", "2026-03-29T00:59Z");
        row("Madrid, skipped hour begins", "Europe/Madrid", "2026-03-29T02:00", "2026-03-29T01:00Z");
        row("Madrid, skipped", "Europe/Madrid", "2026-03-29T02:30", "2026-03-29T01:30Z");
        row("Madrid, skipped hour ends", "Europe/Madrid", "2026-03-29T03:00", "2026-03-29T01:00Z");
        row("Madrid, before the repeated hour", "Europe/Madrid", "2026-10-25T01:59", "2026-10-24T23:59Z");
        row("Madrid, repeated hour begins", "Europe/Madrid", "2026-10-25T02:00", "2026-10-25T00:00Z");
        row("Madrid, repeated", "Europe/Madrid", "2026-10-25T02:30", "2026-10-25T00:30Z");
        row("Madrid, repeated hour is over", "Europe/Madrid", "2026-10-25T03:00", "2026-10-25T02:00Z");
        row("New York, winter", "America/New_York", "2026-01-15T10:00", "2026-01-15T15:00Z");
        row("New York, skipped", "America/New_York", "2026-03-08T02:30", "2026-03-08T07:30Z");
        row("New York, after it", "America/New_York", "2026-03-08T03:00", "2026-03-08T07:00Z");
        row("New York, repeated", "America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z");
        row("New York, repeated hour is over", "America/New_York", "2026-11-01T02:00", "2026-11-01T07:00Z");
        // half an hour, and in the other half of the year
        row("Lord Howe, skipped", "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45Z");
        row("Lord Howe, after it", "Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30Z");
        row("Lord Howe, repeated", "Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z");
        row("Lord Howe, repeated half hour is over", "Australia/Lord_Howe", "2026-04-05T02:00",
            "2026-04-04T15:30Z");
        row("no summer time", "Asia/Kathmandu", "2026-07-15T10:00", "2026-07-15T04:15Z");
        row("UTC", "UTC", "2026-07-15T10:00", "2026-07-15T10:00Z");
    }

    void instants()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, date);
        QFETCH(QTime, time);
        QFETCH(QDateTime, expected);
        QVERIFY2(QTimeZone(zone).isValid(), "this machine does not know the zone");
        const QDateTime actual =
            QDateTime::fromMSecsSinceEpoch(sessionOn(date, time, zone).utcMs(), QTimeZone::utc());
        QCOMPARE(actual.toUTC().toString(Qt::ISODate), expected.toUTC().toString(Qt::ISODate));
    }

    void withoutAZoneTheOneInForce_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("unknown") << QByteArray("Nowhere/Atlantis");
    }

    void withoutAZoneTheOneInForce()
    {
        QFETCH(QByteArray, zone);
        const QDate date(2026, 7, 15);
        for (const QTime time : {QTime(0, 0), QTime(10, 0), QTime(23, 59)}) {
            QCOMPARE(sessionOn(date, time, zone).utcMs(),
                     sessionOn(date, time, QTimeZone::systemTimeZoneId()).utcMs());
        }
    }

    void nearness_data()
    {
        QTest::addColumn<qint64>("ahead"); // milliseconds until the session
        QTest::addColumn<int>("expected");
        QTest::newRow("a week") << 168 * hour << int(SessionNearness::Far);
        QTest::newRow("24 h and 1 ms") << 24 * hour + 1 << int(SessionNearness::Far);
        QTest::newRow("24 h") << 24 * hour << int(SessionNearness::Within24h);
        QTest::newRow("30 min and 1 ms") << 30 * minute + 1 << int(SessionNearness::Within24h);
        QTest::newRow("30 min") << 30 * minute << int(SessionNearness::AboutTo);
        QTest::newRow("1 ms") << 1LL << int(SessionNearness::AboutTo);
        QTest::newRow("now") << 0LL << int(SessionNearness::After);
        QTest::newRow("an hour ago") << -hour << int(SessionNearness::After);
        // The session is at 10:00: the next day ends 38 hours later.
        QTest::newRow("last ms of the next day") << -38 * hour + 1 << int(SessionNearness::After);
        QTest::newRow("the day after that") << -38 * hour << int(SessionNearness::None);
        QTest::newRow("a year ago") << -8760 * hour << int(SessionNearness::None);
    }

    void nearness()
    {
        QFETCH(qint64, ahead);
        QFETCH(int, expected);
        const Session session = sessionOn(QDate(2026, 1, 15), QTime(10, 0), "Europe/Madrid");
        const Moment now{utc(QDate(2026, 1, 15), QTime(9, 0)) - ahead, 60};
        QCOMPARE(int(rapport::domain::nearness(session, now)), expected);
    }

    void goingInDecidesWithinADay_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::addColumn<int>("expected");
        QTest::newRow("too far away to go in") << 24 * hour + 1 << int(SessionNearness::Far);
        QTest::newRow("24 h") << 24 * hour << int(SessionNearness::AboutTo);
        QTest::newRow("an hour early") << hour << int(SessionNearness::AboutTo);
        QTest::newRow("by the clock too") << 30 * minute << int(SessionNearness::AboutTo);
        QTest::newRow("it ends when the session begins") << 0LL << int(SessionNearness::After);
        QTest::newRow("over for good") << -38 * hour << int(SessionNearness::None);
    }

    void goingInDecidesWithinADay()
    {
        QFETCH(qint64, ahead);
        QFETCH(int, expected);
        const Session session = sessionOn(QDate(2026, 1, 15), QTime(10, 0), "Europe/Madrid");
        const Moment now{utc(QDate(2026, 1, 15), QTime(9, 0)) - ahead, 60};
        QCOMPARE(int(rapport::domain::nearness(session, now, true)), expected);
        QCOMPARE(rapport::domain::nearness(session, now, false), rapport::domain::nearness(session, now));
    }

    void theTwoThatCount_data()
    {
        QTest::addColumn<QList<qint64>>("minutesAhead");
        QTest::addColumn<int>("last"); // index, or -1
        QTest::addColumn<int>("next");
        QTest::newRow("none") << QList<qint64>{} << -1 << -1;
        QTest::newRow("all over") << QList<qint64>{-5000, -9000} << -1 << -1;
        QTest::newRow("one ahead") << QList<qint64>{9000} << -1 << 0;
        QTest::newRow("one that was") << QList<qint64>{-60} << 0 << -1;
        QTest::newRow("both, and more") << QList<qint64>{9000, -1300, 3000, -60, -9000} << 3 << 2;
    }

    void theTwoThatCount()
    {
        QFETCH(QList<qint64>, minutesAhead);
        QFETCH(int, last);
        QFETCH(int, next);
        const QList<Session> sessions = sessionsFromNoon(minutesAhead);
        const auto at = [&](int index) {
            return index < 0 ? std::nullopt : std::optional(sessions.at(index));
        };
        QCOMPARE(sessionsAt(sessions, noon()), (SessionsAt{at(last), at(next)}));
    }

    void leading_data()
    {
        QTest::addColumn<QList<qint64>>("minutesAhead");
        QTest::addColumn<int>("expected"); // index, or -1
        const auto row = [](const char *name, QList<qint64> ahead, int expected) {
            QTest::newRow(name) << ahead << expected;
        };
        row("none", {}, -1);
        row("all over", {-5000, -9000}, -1);
        row("the next", {9000, 3000, 20000}, 1);
        row("within a day before far", {9000, 600}, 1);
        row("the one that was, before the next", {-60, 9000}, 0);
        row("the one that was, before tomorrow's", {1200, -60}, 1);
        row("about to start before the one that was", {-1400, 20}, 1);
        row("the later of two that were", {-1300, -60, -1200}, 1);
        row("the earlier of two about to start", {25, 10}, 1);
    }

    void leading()
    {
        QFETCH(QList<qint64>, minutesAhead);
        QFETCH(int, expected);
        const QList<Session> sessions = sessionsFromNoon(minutesAhead);
        const auto lead = leadingSession(sessionsAt(sessions, noon()), noon());
        QCOMPARE(lead, expected < 0 ? std::nullopt : std::optional(sessions.at(expected)));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
