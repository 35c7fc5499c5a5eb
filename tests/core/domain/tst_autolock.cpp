// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>
#include <QTimeZone>

#include "core/domain/AutoLock.h"
#include "core/domain/Session.h"

using namespace rapport::domain;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 touched = 100 * minute;
constexpr qint64 never = -1;

AutoLockFacts facts(AutoLockWish wish)
{
    AutoLockFacts made;
    made.wish = wish;
    made.touchedMs = touched;
    return made;
}

} // namespace

Q_DECLARE_METATYPE(rapport::domain::AutoLockWish)

class TestAutoLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wishes_data()
    {
        QTest::addColumn<AutoLockWish>("wish");
        QTest::addColumn<qint64>("inFront");   // after the last touch
        QTest::addColumn<qint64>("elsewhere"); // the same, gone ten seconds after it
        QTest::newRow("at once") << AutoLockWish::AtOnce << 30 * second << 10 * second;
        QTest::newRow("half a minute") << AutoLockWish::HalfAMinute << 30 * second << 30 * second;
        QTest::newRow("a minute") << AutoLockWish::Minute << minute << minute;
        QTest::newRow("five minutes") << AutoLockWish::FiveMinutes << 5 * minute << 5 * minute;
        QTest::newRow("in the background") << AutoLockWish::InBackground << never << 10 * second;
        QTest::newRow("never") << AutoLockWish::Never << never << never;
    }
    void wishes()
    {
        QFETCH(const AutoLockWish, wish);
        QFETCH(const qint64, inFront);
        QFETCH(const qint64, elsewhere);
        AutoLockFacts at = facts(wish);
        QCOMPARE(lockAtMs(at).value_or(touched + never), touched + inFront);
        at.elsewhereSinceMs = touched + 10 * second;
        QCOMPARE(lockAtMs(at).value_or(touched + never), touched + elsewhere);
    }

    void aMinuteUnlessChosen() { QCOMPARE(AutoLockFacts{}.wish, AutoLockWish::Minute); }

    void aPauseIsWatchedNotTouched()
    {
        AutoLockFacts at = facts(AutoLockWish::Minute);
        at.pauseRuns = true;
        QVERIFY(!lockAtMs(at));
        // The bells go on behind a lock; nobody looks at it.
        at.elsewhereSinceMs = touched + 10 * second;
        QCOMPARE(*lockAtMs(at), touched + minute);
        at.wish = AutoLockWish::AtOnce;
        QCOMPARE(*lockAtMs(at), touched + 10 * second);
    }

    void aDialogHoldsItOffForFiveMinutes_data()
    {
        QTest::addColumn<AutoLockWish>("wish");
        QTest::newRow("at once") << AutoLockWish::AtOnce;
        QTest::newRow("a minute") << AutoLockWish::Minute;
        QTest::newRow("in the background") << AutoLockWish::InBackground;
    }
    void aDialogHoldsItOffForFiveMinutes()
    {
        QFETCH(const AutoLockWish, wish);
        AutoLockFacts at = facts(wish);
        at.dialogSinceMs = touched + second;
        at.elsewhereSinceMs = touched + 2 * second;
        QCOMPARE(*lockAtMs(at), touched + second + 5 * minute);
    }

    void graceOnlyPutsOff()
    {
        AutoLockFacts at = facts(AutoLockWish::Minute);
        at.graceUntilMs = touched + 20 * minute;
        QCOMPARE(*lockAtMs(at), touched + 20 * minute);
        at.graceUntilMs = touched + 30 * second;
        QCOMPARE(*lockAtMs(at), touched + minute);
        at.wish = AutoLockWish::Never;
        QVERIFY(!lockAtMs(at));
    }

    void graceAroundASession_data()
    {
        QTest::addColumn<qint64>("ahead"); // of the session's start
        QTest::addColumn<qint64>("left");
        QTest::newRow("too early") << 30 * minute + 1 << never;
        QTest::newRow("half an hour before") << 30 * minute << 60 * minute;
        QTest::newRow("at its start") << qint64(0) << 30 * minute;
        QTest::newRow("just before the end") << -30 * minute + 1 << qint64(1);
        QTest::newRow("over") << -30 * minute << never;
        QTest::newRow("long over") << qint64{-24} * 60 * minute << never;
    }
    void graceAroundASession()
    {
        QFETCH(const qint64, ahead);
        QFETCH(const qint64, left);
        Session session;
        session.date = QDate(2026, 1, 15);
        session.time = QTime(12, 0);
        session.zone = "UTC";
        QCOMPARE(graceLeftMs(session, {session.utcMs() - ahead, 60}).value_or(never), left);
    }
};

QTEST_APPLESS_MAIN(TestAutoLock)
#include "tst_autolock.moc"
