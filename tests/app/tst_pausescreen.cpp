// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because a pause can be begun, held, ended, killed, locked and slept over.
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "app/Pause.h"
#include "core/storage/PauseRepository.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;

using Clock = ScriptedBootClock;
using domain::PauseEnd;

// The clock begins on Monday, 2 March 2026, 09:00.

namespace {

QList<domain::Starter> starters()
{
    return {{QStringLiteral("sounds"),
             QStringLiteral("Sounds"),
             QStringLiteral("Eyes open is fine."),
             {{100, QStringLiteral("near")}, {500, QStringLiteral("far")}, {900, QStringLiteral("last")}},
             {}},
            {QStringLiteral("breath"), QStringLiteral("Breath"), QStringLiteral("Breathe."), {}, {}}};
}

QByteArray bellName(domain::CueKind kind)
{
    return kind == domain::CueKind::EndBell ? "end" : "start";
}

} // namespace

class TestPauseScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<OpenVault>();
        m_clock = std::make_unique<Clock>();
        startApp();
    }

    void cleanup()
    {
        endApp();
        m_vault.reset();
    }

    void readyAtFirst()
    {
        QCOMPARE(m_pause->state(), Pause::Ready);
        QCOMPARE(m_pause->minutes(), 5);
        QCOMPARE(m_pause->loudness(), Pause::Clear);
        QCOMPARE(m_pause->title(), QStringLiteral("Sounds"));
        QCOMPARE(m_pause->opening(), QStringLiteral("Eyes open is fine."));
        QCOMPARE(m_pause->titles(), QStringList({QStringLiteral("Sounds"), QStringLiteral("Breath")}));
        QCOMPARE(m_pause->progress(), 0.0);
        QVERIFY(!m_pause->silent());
        QVERIFY(!m_pause->inProgress());
    }

    void minutesStayWithinTheirBounds_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("minutes");
        QTest::newRow("more") << 1 << 6;
        QTest::newRow("less") << -1 << 4;
        QTest::newRow("the least") << -99 << 1;
        QTest::newRow("the most") << 99 << 30;
    }

    void minutesStayWithinTheirBounds()
    {
        QFETCH(int, steps);
        QFETCH(int, minutes);
        m_pause->stepMinutes(steps);
        QCOMPARE(m_pause->minutes(), minutes);
        restartApp();
        QCOMPARE(m_pause->minutes(), minutes); // remembered
    }

    void choicesAreRemembered()
    {
        m_pause->choose(1);
        m_pause->setLoudness(Pause::Quiet);
        QVERIFY(m_pause->breathing());
        QVERIFY(m_bell->take().contains(QStringLiteral("start at 0.3"))); // to judge it by
        m_pause->choose(7);
        m_pause->choose(-1);
        m_pause->setLoudness(3);
        restartApp();
        QCOMPARE(m_pause->chosen(), 1);
        QCOMPARE(m_pause->loudness(), Pause::Quiet);
    }

    void fromItsBeginningToItsEnd()
    {
        QSignalSpy bells(m_pause.get(), &Pause::bellRang);
        QSignalSpy prompts(m_pause.get(), &Pause::promptCame);
        QSignalSpy began(m_pause.get(), &Pause::began);
        start();
        QCOMPARE(began.size(), 1);
        QCOMPARE(m_pause->state(), Pause::Running);
        QVERIFY(m_keepAwake->held);
        QCOMPARE(m_pause->prompt(), QStringLiteral("Eyes open is fine."));
        QCOMPARE(m_pause->remaining(), QStringLiteral("5:00"));
        QCOMPARE(bells.size(), 1);
        pass(30 * Clock::second);
        QCOMPARE(m_pause->prompt(), QStringLiteral("near"));
        QCOMPARE(prompts.size(), 1);
        QCOMPARE(prompts.first().first().toString(), QStringLiteral("near"));
        QCOMPARE(m_pause->progress(), 0.1);
        QCOMPARE(m_pause->remaining(), QStringLiteral("4:30"));
        pass(2 * Clock::minute);
        QCOMPARE(m_pause->prompt(), QStringLiteral("far"));
        pass(2 * Clock::minute + 30 * Clock::second - 1);
        QCOMPARE(m_pause->state(), Pause::Running);
        QCOMPARE(bells.size(), 1);
        pass(1);
        QCOMPARE(m_pause->state(), Pause::Finished);
        QVERIFY(m_pause->isOpen());
        QVERIFY(!m_pause->inProgress());
        QCOMPARE(m_pause->progress(), 1.0);
        QCOMPARE(bells.size(), 2);
        QVERIFY(!m_keepAwake->held);
        const auto logged = over();
        QCOMPARE(logged.size(), 1);
        QVERIFY(logged.first().end->how == PauseEnd::Finished);
        QCOMPARE(logged.first().end->lastedMs, 300'000);
        QCOMPARE(logged.first().starter, QStringLiteral("sounds"));
        m_pause->end();
        QCOMPARE(m_pause->state(), Pause::Ready);
        QCOMPARE(over().size(), 1);
        QCOMPARE(m_pause->problem(), QString());
    }

    /// The requirement itself: a suspend of an hour, a wall clock set by a
    /// year, one bell at the right mark.
    void sleptOverWithTheWallClockSet_data()
    {
        QTest::addColumn<int>("years");
        QTest::newRow("a year ahead") << 1;
        QTest::newRow("a year back") << -1;
        QTest::newRow("not set") << 0;
    }

    void sleptOverWithTheWallClockSet()
    {
        QFETCH(int, years);
        start();
        pass(Clock::minute);
        m_bell->take();
        QSignalSpy bells(m_pause.get(), &Pause::bellRang);
        QSignalSpy prompts(m_pause.get(), &Pause::promptCame);
        m_vault->clock.set(QDate(2026 + years, 3, 2), QTime(10, 0));
        m_clock->sleep(60 * Clock::minute);
        settle();
        QCOMPARE(m_bell->take(), QStringList({QStringLiteral("end at 0.9"), QStringLiteral("release")}));
        QCOMPARE(bells.size(), 1);
        QCOMPARE(prompts.size(), 0);
        QCOMPARE(m_pause->state(), Pause::Finished);
        pass(60 * Clock::minute);
        QCOMPARE(m_bell->take(), QStringList());
        QCOMPARE(over().first().end->lastedMs, 300'000);
    }

    void theWallClockAloneChangesNothing()
    {
        start();
        pass(Clock::minute);
        m_vault->clock.set(QDate(2027, 3, 2), QTime(10, 0));
        pass(4 * Clock::minute - 1);
        QCOMPARE(m_pause->state(), Pause::Running);
        QCOMPARE(m_pause->remaining(), QStringLiteral("0:01"));
        pass(1);
        QCOMPARE(m_pause->state(), Pause::Finished);
    }

    void heldAndGoneOn()
    {
        start();
        pass(Clock::minute);
        m_pause->hold();
        QCOMPARE(m_pause->state(), Pause::Held);
        QVERIFY(!m_keepAwake->held);
        pass(20 * Clock::minute);
        QCOMPARE(m_pause->progress(), 0.2);
        QCOMPARE(m_pause->remaining(), QStringLiteral("4:00"));
        m_pause->hold(); // once is enough
        m_pause->goOn();
        QCOMPARE(m_pause->state(), Pause::Running);
        QVERIFY(m_keepAwake->held);
        m_pause->goOn();
        pass(4 * Clock::minute - 1);
        QCOMPARE(m_pause->state(), Pause::Running);
        pass(1);
        QCOMPARE(m_pause->state(), Pause::Finished);
        QCOMPARE(over().first().mark.heldNs, 20 * Clock::minute);
        QCOMPARE(over().first().end->lastedMs, 300'000);
    }

    void endedByThePerson_data()
    {
        QTest::addColumn<bool>("held");
        QTest::newRow("running") << false;
        QTest::newRow("held") << true;
    }

    void endedByThePerson()
    {
        QFETCH(bool, held);
        start();
        pass(90 * Clock::second);
        if (held)
            m_pause->hold();
        m_bell->take();
        m_pause->end();
        QCOMPARE(m_pause->state(), Pause::Ready);
        QVERIFY(!m_keepAwake->held);
        pass(60 * Clock::minute);
        QVERIFY(!m_bell->take().contains(QStringLiteral("end at 0.9")));
        const auto logged = over();
        QCOMPARE(logged.size(), 1);
        QVERIFY(logged.first().end->how == PauseEnd::Stopped);
        QCOMPARE(logged.first().end->lastedMs, 90'000);
    }

    void killedAndFoundAgain()
    {
        start();
        pass(Clock::minute);
        killApp();
        m_clock->sleep(Clock::minute);
        startApp();
        m_clock->awaitThread();
        settle();
        QCOMPARE(m_pause->state(), Pause::Running);
        QCOMPARE(m_pause->prompt(), QStringLiteral("near"));
        QCOMPARE(m_pause->remaining(), QStringLiteral("3:00"));
        QVERIFY(!m_bell->take().contains(QStringLiteral("start at 0.9"))); // it rang then
        pass(3 * Clock::minute - 1);
        QCOMPARE(m_pause->state(), Pause::Running);
        pass(1);
        QCOMPARE(m_pause->state(), Pause::Finished);
        QCOMPARE(over().size(), 1);
    }

    void killedWhileHeld()
    {
        start();
        pass(Clock::minute);
        m_pause->hold();
        m_vault->settle();
        killApp();
        m_clock->sleep(10 * Clock::minute);
        startApp();
        QCOMPARE(m_pause->state(), Pause::Held);
        QCOMPARE(m_pause->remaining(), QStringLiteral("4:00"));
        m_pause->goOn();
        m_clock->awaitThread();
        pass(4 * Clock::minute);
        QCOMPARE(m_pause->state(), Pause::Finished);
    }

    void killedOverItsEnd_data()
    {
        QTest::addColumn<qint64>("later");
        QTest::addColumn<bool>("rings");
        QTest::newRow("a moment") << 4 * Clock::minute + 2 * Clock::second << true;
        QTest::newRow("a minute") << 5 * Clock::minute << false;
        QTest::newRow("a day") << 1440 * Clock::minute << false;
    }

    void killedOverItsEnd()
    {
        QFETCH(qint64, later);
        QFETCH(bool, rings);
        start();
        pass(Clock::minute);
        killApp();
        m_clock->sleep(later);
        startApp();
        if (rings) {
            m_clock->awaitThread();
            settle();
        }
        QCOMPARE(m_pause->state(), rings ? Pause::Finished : Pause::Ready);
        QCOMPARE(m_bell->take().count(QStringLiteral("end at 0.9")), rings ? 1 : 0);
        const auto logged = over();
        QCOMPARE(logged.size(), 1);
        QVERIFY(logged.first().end->how == (rings ? PauseEnd::Finished : PauseEnd::Away));
        const qint64 tookMs = logged.first().end->when.utcMs - logged.first().record.created.utcMs;
        QVERIFY(rings || tookMs == 300'000);
    }

    void theDeviceWasStartedAnew()
    {
        start();
        pass(Clock::minute);
        killApp();
        m_clock->restart(20 * Clock::second);
        m_vault->clock.advance(60);
        startApp();
        m_clock->awaitThread();
        QCOMPARE(m_pause->state(), Pause::Running);
        QCOMPARE(m_pause->remaining(), QStringLiteral("3:00"));
        killApp(); // with its new mark
        startApp();
        m_clock->awaitThread();
        QCOMPARE(m_pause->remaining(), QStringLiteral("3:00"));
        pass(3 * Clock::minute);
        QCOMPARE(m_pause->state(), Pause::Finished);
    }

    void lockedInTheMiddle()
    {
        start();
        pass(Clock::minute);
        m_bell->take();
        m_pause.reset(); // the rooms go, the cues stay
        pass(Clock::minute);
        makePause();
        m_clock->awaitThread();
        QCOMPARE(m_pause->state(), Pause::Running);
        QCOMPARE(m_pause->remaining(), QStringLiteral("3:00"));
        m_pause.reset();
        pass(10 * Clock::minute);
        QCOMPARE(m_bell->take().count(QStringLiteral("end at 0.9")), 1);
        makePause();
        QCOMPARE(m_pause->state(), Pause::Ready);
        QVERIFY(over().first().end->how == PauseEnd::Finished);
        QCOMPARE(m_bell->take(), QStringList());
    }

    void startedBeforeItIsKnown()
    {
        m_pause = std::make_unique<Pause>(m_vault->environment, *m_cues, starters(), nullptr);
        QCOMPARE(m_pause->state(), Pause::Loading);
        m_pause->start();
        QTRY_COMPARE(m_pause->state(), Pause::Running);
        m_pause->start(); // once
        m_vault->settle();
        m_pause = std::make_unique<Pause>(m_vault->environment, *m_cues, starters(), nullptr);
        m_pause->start(); // one runs: it goes on
        QTRY_COMPARE(m_pause->state(), Pause::Running);
        m_vault->settle();
        m_pause->end();
        QCOMPARE(over().size(), 1);
    }

    void whatTheDiskCannotDoKeepsNobodyFromPausing()
    {
        m_vault->close();
        start();
        QCOMPARE(m_pause->state(), Pause::Running);
        QVERIFY(!m_pause->problem().isEmpty());
        pass(4 * Clock::minute);
        m_vault->open();
        pass(Clock::minute);
        QCOMPARE(m_pause->state(), Pause::Finished);
        QCOMPARE(over().size(), 1); // written down after all
        QCOMPARE(m_pause->problem(), QString());
    }

    void aFailedLook()
    {
        m_vault->close();
        makePause();
        QCOMPARE(m_pause->state(), Pause::Failed);
        QVERIFY(!m_pause->problem().isEmpty());
        m_vault->open();
        m_pause->load();
        m_vault->settle();
        QCOMPARE(m_pause->state(), Pause::Ready);
        QCOMPARE(m_pause->problem(), QString());
    }

    void withoutStartersThereIsSilence()
    {
        m_pause = std::make_unique<Pause>(m_vault->environment, *m_cues, QList<domain::Starter>(), nullptr);
        m_vault->settle();
        start();
        QCOMPARE(m_pause->prompt(), QString());
        pass(5 * Clock::minute);
        QCOMPARE(m_pause->state(), Pause::Finished);
    }

    void theOpeningGoesWhereNothingFollows()
    {
        m_pause->choose(1);
        start();
        QCOMPARE(m_pause->prompt(), QStringLiteral("Breathe."));
        pass(21 * Clock::second);
        QTRY_COMPARE(m_pause->prompt(), QString()); // with the next tick
    }

    void whereNothingSoundsItIsSaid()
    {
        m_bell->audible = false;
        start();
        QTRY_VERIFY(m_pause->silent());
        m_pause->setLoudness(Pause::NoBell);
        QVERIFY(!m_pause->silent()); // as wanted
    }

private:
    void makePause()
    {
        m_pause = std::make_unique<Pause>(m_vault->environment, *m_cues, starters(), nullptr);
        m_vault->settle();
    }

    void startApp()
    {
        m_bell = std::make_unique<RecordingBell>();
        m_keepAwake = std::make_unique<RecordingKeepAwake>();
        m_cues = std::make_unique<CueThread>(CueThread::Parts{*m_clock, *m_bell, *m_keepAwake, bellName});
        makePause();
    }

    void endApp()
    {
        m_pause.reset();
        m_cues.reset();
        m_clock->forgetThread();
    }

    /// What was not written by then never is.
    void killApp() { endApp(); }

    void restartApp()
    {
        m_vault->settle();
        endApp();
        startApp();
    }

    void start()
    {
        m_pause->start();
        m_clock->awaitThread();
        settle();
    }

    void pass(qint64 ns)
    {
        m_clock->pass(ns);
        m_vault->clock.advance(int(ns / Clock::second));
        settle();
    }

    void settle() { m_vault->settle(); }

    QList<domain::Pause> over()
    {
        return m_vault
            ->ask<QList<domain::Pause>>([](storage::Database &database) {
                return storage::PauseRepository(database).between(QDate(2020, 1, 1), QDate(2030, 1, 1));
            })
            .value();
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<RecordingBell> m_bell;
    std::unique_ptr<RecordingKeepAwake> m_keepAwake;
    std::unique_ptr<CueThread> m_cues;
    std::unique_ptr<Pause> m_pause;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    TestPauseScreen test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pausescreen.moc"
