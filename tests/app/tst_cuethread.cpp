// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include "app/CueThread.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using domain::Cue;
using domain::CueKind;
using domain::Uid;
using namespace rapport::tests;

using Clock = ScriptedBootClock;

namespace {

QByteArray nameOf(CueKind kind)
{
    switch (kind) {
    case CueKind::StartBell:
        return "start";
    case CueKind::IntervalBell:
        return "interval";
    case CueKind::EndBell:
        return "end";
    case CueKind::Prompt:
        break;
    }
    return "no bell";
}

} // namespace

class TestCueThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<Clock>();
        m_bell = std::make_unique<RecordingBell>();
        m_keepAwake = std::make_unique<RecordingKeepAwake>();
        m_thread = std::make_unique<CueThread>(CueThread::Parts{*m_clock, *m_bell, *m_keepAwake, nameOf});
        connect(m_thread.get(), &CueThread::cueCame, this,
                [this](const Uid &pause, const Cue &cue, qint64 late) {
                    m_came.append(QStringLiteral("%1 %2")
                                      .arg(QString::fromLatin1(nameOf(cue.kind)))
                                      .arg(cue.offsetMs / 1000));
                    m_late = late;
                    QCOMPARE(pause, m_pause);
                });
    }

    void cleanup()
    {
        m_thread.reset();
        m_came.clear();
    }

    void everyCueAtItsMark()
    {
        run(fiveMinutes());
        QCOMPARE(came(), QStringList{QStringLiteral("start 0")});
        QVERIFY(m_keepAwake->held);
        QCOMPARE(m_bell->take(), QStringList({QStringLiteral("prepare"), QStringLiteral("start at 1")}));
        m_clock->pass(30 * Clock::second - 1);
        QCOMPARE(came(), QStringList());
        m_clock->pass(1);
        QCOMPARE(came(), QStringList{QStringLiteral("no bell 30")});
        QCOMPARE(m_late, 0);
        m_clock->pass(3 * Clock::minute);
        QCOMPARE(came(), QStringList{QStringLiteral("interval 150")});
        m_clock->pass(10 * Clock::minute);
        QCOMPARE(came(), QStringList({QStringLiteral("no bell 270"), QStringLiteral("end 300")}));
        QCOMPARE(m_late, 0);
        QCOMPARE(m_bell->take(), QStringList({QStringLiteral("interval at 1"), QStringLiteral("end at 1"),
                                              QStringLiteral("release")}));
        QVERIFY(!m_keepAwake->held);
        QVERIFY(m_thread->hasEnded(m_pause));
        m_clock->pass(Clock::minute * 60);
        QCOMPARE(came(), QStringList());
    }

    void nothingOfAPauseIsToldToTheDesktop()
    {
        run(fiveMinutes());
        QCOMPARE(m_keepAwake->reason, QStringLiteral("Rapport is in use"));
    }

    void asleepOverTheEnd_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("asleep");
        QTest::addColumn<qint64>("late");
        QTest::newRow("an hour") << Clock::minute << 60 * Clock::minute << 56 * Clock::minute;
        QTest::newRow("from its first moment") << qint64{0} << 60 * Clock::minute << 55 * Clock::minute;
        QTest::newRow("awake a moment after") << Clock::minute << 4 * Clock::minute + 1 << qint64{1};
        QTest::newRow("a year") << Clock::minute << qint64{365} * 1440 * Clock::minute
                                << qint64{365} * 1440 * Clock::minute - 4 * Clock::minute;
    }

    void asleepOverTheEnd()
    {
        QFETCH(qint64, before);
        QFETCH(qint64, asleep);
        QFETCH(qint64, late);
        run(fiveMinutes());
        m_clock->pass(before);
        came();
        m_bell->take();
        m_clock->sleep(asleep);
        QCOMPARE(came(), QStringList{QStringLiteral("end 300")}); // and nothing that was missed
        QCOMPARE(m_late, late);
        QCOMPARE(m_bell->take(), QStringList({QStringLiteral("end at 1"), QStringLiteral("release")}));
        m_clock->sleep(asleep);
        m_clock->pass(Clock::minute);
        QCOMPARE(came(), QStringList());
        QCOMPARE(m_bell->take(), QStringList());
    }

    void asleepInTheMiddle()
    {
        run(fiveMinutes());
        m_clock->pass(Clock::second);
        came();
        m_bell->take();
        m_clock->sleep(4 * Clock::minute); // over a prompt and a bell
        QCOMPARE(came(), QStringList());
        m_clock->pass(4 * Clock::minute);
        QCOMPARE(came(), QStringList({QStringLiteral("no bell 270"), QStringLiteral("end 300")}));
    }

    void stoppedIsStopped()
    {
        run(fiveMinutes());
        came();
        m_bell->take();
        m_thread->stop();
        QVERIFY(!m_keepAwake->held);
        m_clock->pass(Clock::minute * 60);
        QCOMPARE(came(), QStringList());
        QCOMPARE(m_bell->take(), QStringList{QStringLiteral("release")});
        QVERIFY(!m_thread->hasEnded(m_pause));
    }

    void heldAndGoneOn()
    {
        CueRun given = fiveMinutes();
        run(given);
        m_clock->pass(Clock::minute);
        came();
        m_thread->stop();
        m_clock->pass(7 * Clock::minute);
        given.mark.heldNs = 7 * Clock::minute;
        given.doneMs = 60'000;
        run(given);
        QCOMPARE(came(), QStringList());
        m_clock->pass(4 * Clock::minute - 1);
        QCOMPARE(came(), QStringList({QStringLiteral("interval 150"), QStringLiteral("no bell 270")}));
        m_clock->pass(1);
        QCOMPARE(came(), QStringList{QStringLiteral("end 300")});
    }

    void aCueThatWasOnItsWayIsNotDelivered()
    {
        run(fiveMinutes());
        came();
        m_clock->pass(30 * Clock::second); // it came, and waits in the queue
        m_thread->stop();
        QCOMPARE(came(), QStringList());
    }

    void onePauseAfterAnother()
    {
        run(fiveMinutes());
        m_clock->pass(Clock::minute);
        came();
        m_bell->take();
        m_pause = newUid();
        run(fiveMinutes());
        QCOMPARE(came(), QStringList{QStringLiteral("start 0")});
        m_clock->pass(5 * Clock::minute);
        QCOMPARE(came().last(), QStringLiteral("end 300"));
        QCOMPARE(m_bell->take().count(QStringLiteral("end at 1")), 1);
    }

    void withoutBells()
    {
        m_thread->setVolume(0);
        run(fiveMinutes());
        m_clock->pass(6 * Clock::minute);
        QCOMPARE(came().last(), QStringLiteral("end 300"));
        QCOMPARE(m_bell->take(), QStringList{QStringLiteral("release")});
    }

    void tryingTheBell()
    {
        m_thread->setVolume(0.25);
        m_thread->tryBell();
        QCOMPARE(m_bell->take(), QStringList({QStringLiteral("prepare"), QStringLiteral("start at 0.25"),
                                              QStringLiteral("release")}));
        m_thread->setVolume(0);
        m_thread->tryBell();
        QCOMPARE(m_bell->take(), QStringList());
    }

    void whereNothingSoundsItIsSaid()
    {
        m_bell->audible = false;
        QSignalSpy silent(m_thread.get(), &CueThread::silentChanged);
        QVERIFY(!m_thread->isSilent());
        run(fiveMinutes());
        QTRY_VERIFY(m_thread->isSilent());
        m_bell->audible = true;
        m_thread->tryBell();
        QTRY_VERIFY(!m_thread->isSilent());
        QCOMPARE(silent.size(), 2);
    }

    void theAppEndsInTheMiddle()
    {
        run(fiveMinutes());
        m_bell->take();
        m_thread.reset();
        QVERIFY(!m_keepAwake->held);
        QCOMPARE(m_bell->take(), QStringList{QStringLiteral("release")});
    }

private:
    Uid newUid() { return Uid::create(0, m_chance); }

    CueRun fiveMinutes() const
    {
        return {m_pause,
                {{CueKind::StartBell, 0, -1},
                 {CueKind::Prompt, 30'000, 0},
                 {CueKind::IntervalBell, 150'000, -1},
                 {CueKind::Prompt, 270'000, 1},
                 {CueKind::EndBell, 300'000, -1}},
                300'000,
                {"a-start", m_clock->nowNs(), 0, std::nullopt},
                -1};
    }

    void run(const CueRun &run)
    {
        m_thread->run(run);
        m_clock->awaitThread();
    }

    /// What was delivered since the last time.
    QStringList came()
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        return std::exchange(m_came, {});
    }

    SeededChance m_chance;
    Uid m_pause = newUid();
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<RecordingBell> m_bell;
    std::unique_ptr<RecordingKeepAwake> m_keepAwake;
    std::unique_ptr<CueThread> m_thread;
    QStringList m_came;
    qint64 m_late = -1;
};

QTEST_GUILESS_MAIN(TestCueThread)
#include "tst_cuethread.moc"
