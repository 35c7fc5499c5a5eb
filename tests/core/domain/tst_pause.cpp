// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/domain/Pause.h"

using namespace rapport::domain;

namespace {

constexpr qint64 second = 1'000'000'000; // in nanoseconds
constexpr qint64 minute = 60 * second;
constexpr qint64 fiveMinutesMs = 300'000;
constexpr qint64 start = 1000 * minute;

const QByteArray thisBoot("c0ffee");
const Moment noon{1'772'438'400'000, 60};

/// Five minutes that began at `start`, and at noon.
Pause fiveMinutes()
{
    Pause pause;
    pause.record.created = noon;
    pause.starter = QStringLiteral("sounds");
    pause.mark = {thisBoot, start, 0, std::nullopt};
    return pause;
}

} // namespace

class TestPause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("id");
        QTest::newRow("finished") << int(PauseEnd::Finished) << "finished";
        QTest::newRow("stopped") << int(PauseEnd::Stopped) << "stopped";
        QTest::newRow("away") << int(PauseEnd::Away) << "away";
    }

    void ids()
    {
        QFETCH(int, end);
        QFETCH(QString, id);
        QCOMPARE(QString(idOf(PauseEnd(end))), id);
        QVERIFY(pauseEndFromId(id) == PauseEnd(end));
        QVERIFY(!pauseEndFromId(id + u'x'));
    }

    void elapsed_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("held");
        QTest::addColumn<qint64>("heldSince"); // −1: it is not held
        QTest::addColumn<qint64>("elapsed");
        const auto row = [](const char *name, qint64 now, qint64 held, qint64 heldSince, qint64 passed) {
            QTest::newRow(name) << start + now << held << (heldSince < 0 ? -1 : start + heldSince) << passed;
        };
        row("at its beginning", 0, 0, -1, 0);
        row("a nanosecond in", 1, 0, -1, 1);
        row("in the middle", 2 * minute, 0, -1, 2 * minute);
        row("at its end", 5 * minute, 0, -1, 5 * minute);
        row("an hour after its end", 65 * minute, 0, -1, 5 * minute);
        row("before it began", -minute, 0, -1, 0);
        row("after a hold", 4 * minute, minute, -1, 3 * minute);
        row("held", 4 * minute, 0, 2 * minute, 2 * minute);
        row("held for an hour", 62 * minute, 0, 2 * minute, 2 * minute);
        row("held for the second time", 9 * minute, 3 * minute, 4 * minute, minute);
    }

    void elapsed()
    {
        QFETCH(qint64, now);
        QFETCH(qint64, held);
        QFETCH(qint64, heldSince);
        QFETCH(qint64, elapsed);
        const PauseMark mark{thisBoot, start, held, heldSince < 0 ? std::nullopt : std::optional(heldSince)};
        QCOMPARE(elapsedNs(mark, fiveMinutesMs, now), elapsed);
    }

    void theEndMovesByWhatItWasHeld()
    {
        PauseMark mark{thisBoot, start, 0, std::nullopt};
        QCOMPARE(endNs(mark, fiveMinutesMs), start + 5 * minute);
        mark.heldNs = 7 * second;
        QCOMPARE(endNs(mark, fiveMinutesMs), start + 5 * minute + 7 * second);
    }

    void foundOnTheSameStart_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("heldSince");
        QTest::addColumn<qint64>("wallMs"); // how far the wall clock has come
        QTest::addColumn<bool>("goesOn");
        const auto row = [](const char *name, qint64 now, qint64 heldSince, qint64 wallMs, bool goesOn) {
            QTest::newRow(name) << start + now << (heldSince < 0 ? -1 : start + heldSince) << wallMs
                                << goesOn;
        };
        const qint64 year = qint64{365} * 86'400'000;
        row("in the middle", minute, -1, 60'000, true);
        row("wall clock set ahead", minute, -1, year, true);
        row("wall clock set back", minute, -1, -year, true);
        row("right at its end", 5 * minute, -1, fiveMinutesMs, true);
        row("a moment after", 5 * minute + endMayBeLateNs, -1, fiveMinutesMs, true);
        row("long after", 5 * minute + endMayBeLateNs + 1, -1, fiveMinutesMs, false);
        row("long after, wall clock set back", 65 * minute, -1, -year, false);
        row("held", 20 * minute, minute, 0, true);
        row("held too long", 2 * minute + holdWaitsNs, minute, 0, false);
    }

    void foundOnTheSameStart()
    {
        QFETCH(qint64, now);
        QFETCH(qint64, heldSince);
        QFETCH(qint64, wallMs);
        QFETCH(bool, goesOn);
        Pause pause = fiveMinutes();
        if (heldSince >= 0)
            pause.mark.heldSinceNs = heldSince;
        const Moment then{noon.utcMs + wallMs, 60};
        QCOMPARE(found(pause, thisBoot, now, then) == PauseFound::GoesOn, goesOn);
    }

    void foundAfterARestart_data()
    {
        QTest::addColumn<qint64>("wallMs");
        QTest::addColumn<bool>("held");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("two minutes later") << qint64{120'000} << false << true;
        QTest::newRow("a moment before its end") << fiveMinutesMs - 1 << false << true;
        QTest::newRow("at its end") << fiveMinutesMs << false << false;
        QTest::newRow("the day after") << qint64{86'400'000} << false << false;
        QTest::newRow("wall clock set back") << qint64{-1} << false << false;
        QTest::newRow("it was held") << qint64{120'000} << true << false;
    }

    void foundAfterARestart()
    {
        QFETCH(qint64, wallMs);
        QFETCH(bool, held);
        QFETCH(bool, goesOn);
        Pause pause = fiveMinutes();
        if (held)
            pause.mark.heldSinceNs = start + minute;
        const Moment then{noon.utcMs + wallMs, 60};
        const qint64 now = 30 * second; // the device has just come up
        QCOMPARE(found(pause, "another", now, then) == PauseFound::GoesOn, goesOn);
        if (!goesOn)
            return;
        const PauseMark mark = markedAnew(pause, "another", now, then);
        QCOMPARE(mark.bootId, QByteArray("another"));
        QCOMPARE(elapsedNs(mark, fiveMinutesMs, now), wallMs * 1'000'000);
    }

    void endedUnseen_data()
    {
        QTest::addColumn<qint64>("held");
        QTest::addColumn<qint64>("heldSince");
        QTest::addColumn<bool>("rang");
        QTest::addColumn<int>("how");
        QTest::addColumn<qint64>("lastedMs");
        QTest::addColumn<qint64>("afterMs");
        QTest::newRow("away") << qint64{0} << qint64{-1} << false << int(PauseEnd::Away) << fiveMinutesMs
                              << fiveMinutesMs;
        QTest::newRow("after a hold") << minute << qint64{-1} << false << int(PauseEnd::Away) << fiveMinutesMs
                                      << fiveMinutesMs + 60'000;
        QTest::newRow("locked") << qint64{0} << qint64{-1} << true << int(PauseEnd::Finished) << fiveMinutesMs
                                << fiveMinutesMs;
        QTest::newRow("held") << qint64{0} << 2 * minute << false << int(PauseEnd::Stopped) << qint64{120'000}
                              << qint64{120'000};
    }

    void endedUnseen()
    {
        QFETCH(qint64, held);
        QFETCH(qint64, heldSince);
        QFETCH(bool, rang);
        QFETCH(int, how);
        QFETCH(qint64, lastedMs);
        QFETCH(qint64, afterMs);
        Pause pause = fiveMinutes();
        pause.mark.heldNs = held;
        if (heldSince >= 0)
            pause.mark.heldSinceNs = start + heldSince;
        const Pause ended = rapport::domain::endedUnseen(pause, rang);
        QCOMPARE(ended.end, (Pause::End{{noon.utcMs + afterMs, 60}, PauseEnd(how), lastedMs}));
        QCOMPARE(ended.record, pause.record);
    }

    void aHoldBeforeTheRestartStaysCounted()
    {
        Pause pause = fiveMinutes();
        pause.mark.heldNs = minute;
        const Moment then{noon.utcMs + 180'000, 60};
        const PauseMark mark = markedAnew(pause, "another", 0, then);
        QCOMPARE(elapsedNs(mark, fiveMinutesMs, 0), 2 * minute);
    }
};

QTEST_APPLESS_MAIN(TestPause)
#include "tst_pause.moc"
