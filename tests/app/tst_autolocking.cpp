// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <ctime>
#include <memory>

#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include "app/AutoLock.h"
#include "app/Settings.h"
#include "app/WatchedChooser.h"
#include "app/WatchedSharer.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using domain::AutoLockWish;

namespace {

constexpr qint64 second = ScriptedBootClock::second;
constexpr qint64 minute = ScriptedBootClock::minute;

} // namespace

/// When it says that the notes are to be locked, on a clock that goes as told.
class TestAutoLocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_time = std::make_unique<ScriptedBootClock>();
        m_clock = std::make_unique<SettableClock>();
        m_lock = std::make_unique<AutoLock>(*m_time, *m_clock);
        m_said = std::make_unique<QSignalSpy>(m_lock.get(), &AutoLock::lockNow);
        connect(m_lock.get(), &AutoLock::lockNow, this, [this] { m_lock->setLockable(false); });
        m_lock->setInFront(true);
        m_lock->setLockable(true);
        m_window = std::make_unique<QWindow>();
    }
    void cleanup()
    {
        m_said.reset();
        m_lock.reset();
    }

    void aKeyAfterTheTimeLocksAndGoesNowhere()
    {
        m_time->pass(minute);
        KeyCatcher catcher;
        QVERIFY(!catcher.press());
        QCOMPARE(m_said->size(), 1);
        QVERIFY(catcher.press()); // no more than one
        QCOMPARE(m_said->size(), 1);
    }

    void aKeyInTimeBeginsTheTimeAnew()
    {
        KeyCatcher catcher;
        for (int i = 0; i < 5; ++i) {
            m_time->pass(minute - second);
            QVERIFY(catcher.press());
        }
        QCOMPARE(m_said->size(), 0);
        m_time->pass(minute);
        QVERIFY(!catcher.press());
        QCOMPARE(m_said->size(), 1);
    }

    void itComesByItself()
    {
        m_time->pass(minute - 50'000'000); // 50 ms before
        m_lock->touch();
        m_lock->setWish(AutoLockWish::HalfAMinute);
        m_time->pass(30 * second - 50'000'000);
        m_lock->setWish(AutoLockWish::Minute); // it looks at the clock again
        m_lock->setWish(AutoLockWish::HalfAMinute);
        QCOMPARE(m_said->size(), 0);
        m_time->pass(second);
        QTRY_COMPARE(m_said->size(), 1);
    }

    void aDeviceThatSleptHasCountedOn()
    {
        m_time->sleep(qint64{8} * 60 * minute);
        m_lock->setInFront(false); // as some systems say on waking
        m_lock->setInFront(true);
        QCOMPARE(m_said->size(), 1);
    }

    void goingElsewhere_data()
    {
        QTest::addColumn<int>("wish");
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("at once") << int(AutoLockWish::AtOnce) << true;
        QTest::newRow("in the background") << int(AutoLockWish::InBackground) << true;
        QTest::newRow("a minute") << int(AutoLockWish::Minute) << false;
        QTest::newRow("never") << int(AutoLockWish::Never) << false;
    }
    void goingElsewhere()
    {
        QFETCH(const int, wish);
        QFETCH(const bool, atOnce);
        m_lock->setWish(AutoLockWish(wish));
        m_lock->setInFront(false);
        QCOMPARE(m_said->size(), 0); // not within what brought it about
        QTest::qWait(20);
        QCOMPARE(m_said->size(), atOnce ? 1 : 0);
    }

    void backInFrontTheTimeBeginsAnew()
    {
        m_lock->setInFront(false);
        m_time->pass(minute - second);
        m_lock->setInFront(true);
        m_time->pass(minute - second);
        m_lock->touch();
        QCOMPARE(m_said->size(), 0);
        // and after a lock nothing of before counts
        m_lock->setWish(AutoLockWish::AtOnce);
        m_time->pass(minute);
        m_lock->touch();
        QCOMPARE(m_said->size(), 1);
        m_lock->setLockable(true);
        QTest::qWait(20);
        QCOMPARE(m_said->size(), 1);
    }

    void whatCannotBeLockedIsNot()
    {
        m_lock->setLockable(false);
        m_time->pass(60 * minute);
        m_lock->touch();
        m_lock->setInFront(false);
        QTest::qWait(20);
        QCOMPARE(m_said->size(), 0);
    }

    void aPauseHoldsItOff()
    {
        m_lock->setPauseRuns(true);
        m_time->pass(30 * minute);
        m_lock->touch();
        m_time->pass(30 * minute);
        m_lock->setPauseRuns(false); // its end counts as a touch
        QCOMPARE(m_said->size(), 0);
        m_time->pass(minute);
        m_lock->touch();
        QCOMPARE(m_said->size(), 1);
    }

    void around_data()
    {
        QTest::addColumn<int>("minutesAhead");
        QTest::addColumn<bool>("goingIn");
        QTest::addColumn<int>("locksAfter"); // minutes, of asking every minute
        QTest::newRow("a session begins in 20 minutes") << 20 << false << 50;
        QTest::newRow("it began 20 minutes ago") << -20 << false << 10;
        QTest::newRow("it is tomorrow") << 20 * 60 << false << 1;
        QTest::newRow("about to go in, hours before") << 3 * 60 << true << 30;
        QTest::newRow("about to go in, right before") << 20 << true << 50;
    }
    void around()
    {
        QFETCH(const int, minutesAhead);
        QFETCH(const bool, goingIn);
        QFETCH(const int, locksAfter);
        const QDateTime start = m_clock->now().toDateTime().addSecs(minutesAhead * 60LL).toUTC();
        domain::Session session;
        session.date = start.date();
        session.time = start.time();
        session.zone = "UTC";
        m_lock->setSessions({session}, goingIn);
        KeyCatcher catcher;
        int minutes = 0;
        while (m_said->isEmpty() && minutes < 200) {
            m_time->pass(minute);
            m_clock->advance(60);
            ++minutes;
            m_lock->setSessions({session}, goingIn); // as NextSession says every minute
            m_lock->setInFront(false);
            m_lock->setWish(AutoLockWish::InBackground);
            QTest::qWait(1);
        }
        QCOMPARE(minutes, locksAfter);
    }

    void aDialogOfOursIsNotElsewhere()
    {
        auto fake = std::make_unique<FakeSharer>();
        FakeSharer &sharer = *fake;
        WatchedSharer watched(std::move(fake));
        connect(&watched, &WatchedSharer::openChanged, m_lock.get(),
                [&] { m_lock->setDialogOpen(watched.isOpen()); });
        m_lock->setWish(AutoLockWish::AtOnce);
        sharer.holds = true;
        int answers = 0;
        QObject asked;
        watched.saveFile(QStringLiteral("n"), "x", nullptr, &asked, [&](auto) { ++answers; });
        QVERIFY(watched.isOpen());
        m_lock->setInFront(false);
        m_time->pass(4 * minute);
        QTest::qWait(20);
        QCOMPARE(m_said->size(), 0);
        sharer.answerNow(platform::Sharer::Result::Done);
        QCOMPARE(answers, 1); // before the lock takes who asked
        QCOMPARE(m_said->size(), 0);
        QTRY_COMPARE(m_said->size(), 1);
    }

    void norIsOneThatChooses_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::newRow("a folder") << true;
        QTest::newRow("a file") << false;
    }
    void norIsOneThatChooses()
    {
        QFETCH(const bool, folder);
        auto fake = std::make_unique<FakeFileChooser>();
        FakeFileChooser &chooser = *fake;
        WatchedChooser watched(std::move(fake));
        connect(&watched, &DialogWatch::openChanged, m_lock.get(),
                [&] { m_lock->setDialogOpen(watched.isOpen()); });
        m_lock->setWish(AutoLockWish::AtOnce);
        chooser.holds = true;
        int answers = 0;
        auto asked = std::make_unique<QObject>();
        const auto answer = [&](auto, const QString &) { ++answers; };
        watched.probe(asked.get(), [](bool) {});
        QVERIFY(!watched.isOpen()); // that shows none
        if (folder)
            watched.chooseFolder({}, {}, nullptr, asked.get(), answer);
        else
            watched.chooseFile({}, {}, {}, nullptr, asked.get(), answer);
        QVERIFY(watched.isOpen());
        m_lock->setInFront(false);
        m_time->pass(4 * minute);
        QTest::qWait(20);
        QCOMPARE(m_said->size(), 0);
        m_time->pass(2 * minute); // left alone it locks all the same, and who asked is gone
        m_lock->touch();
        QCOMPARE(m_said->size(), 1);
        asked.reset();
        chooser.answerNow(platform::FileChooser::Result::Chosen);
        QCOMPARE(answers, 0);
        QVERIFY(!watched.isOpen());
    }

    void whoAskedMayBeGone()
    {
        auto fake = std::make_unique<FakeSharer>();
        FakeSharer &sharer = *fake;
        WatchedSharer watched(std::move(fake));
        sharer.holds = true;
        int answers = 0;
        auto asked = std::make_unique<QObject>();
        watched.openUri({}, nullptr, asked.get(), [&](auto) { ++answers; });
        asked.reset();
        sharer.answerNow(platform::Sharer::Result::Done);
        QCOMPARE(answers, 0);
        QVERIFY(!watched.isOpen());
        watched.copyText(QStringLiteral("t"), this, [](auto) {});
        QVERIFY(!watched.isOpen()); // there is no dialog
        watched.clearCopied();
        QCOMPARE(sharer.cleared, 1);
    }

    void itCostsNearlyNothing()
    {
        QEvent other(QEvent::UpdateRequest);
        QMouseEvent move(QEvent::MouseMove, {}, {}, {}, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        const KernelClock clock;
        for (QEvent *event : std::initializer_list<QEvent *>{&other, &move}) {
            constexpr int rounds = 200'000;
            const qint64 before = clock.threadNs();
            for (int i = 0; i < rounds; ++i)
                m_lock->eventFilter(m_window.get(), event);
            const double each = double(clock.threadNs() - before) / rounds;
            qInfo("%s: %.0f ns", event == &other ? "any event" : "a touch", each);
            QVERIFY(each < 20'000);
        }
    }

private:
    struct KernelClock
    {
        qint64 threadNs() const
        {
            timespec time{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
        }
    };

    /// Something a key is meant for.
    class KeyCatcher : public QObject
    {
    public:
        /// Whether the key came here.
        bool press()
        {
            m_came = false;
            QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
            QCoreApplication::sendEvent(this, &key);
            return m_came;
        }
        bool event(QEvent *event) override
        {
            m_came = m_came || event->type() == QEvent::KeyPress;
            return QObject::event(event);
        }

    private:
        bool m_came = false;
    };

    std::unique_ptr<ScriptedBootClock> m_time;
    std::unique_ptr<SettableClock> m_clock;
    std::unique_ptr<AutoLock> m_lock;
    std::unique_ptr<QSignalSpy> m_said;
    std::unique_ptr<QWindow> m_window;
};

QTEST_MAIN(TestAutoLocking)
#include "tst_autolocking.moc"
