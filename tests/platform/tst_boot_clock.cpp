// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <atomic>
#include <memory>

#include <QFile>
#include <QTest>
#include <QThread>

#include "platform/Services.h"

using namespace rapport::platform;

namespace {

constexpr qint64 ms = 1'000'000;

} // namespace

class TestBootClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_services = makeServices();
        m_clock = m_services.bootClock.get();
    }

    void itCountsFromTheDevicesStart()
    {
        // The kernel's own word for it has hundredths, and includes sleep.
        QFile file(QStringLiteral("/proc/uptime"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const double uptime = file.readAll().split(' ').constFirst().toDouble();
        QVERIFY(qAbs(double(m_clock->nowNs()) / 1e9 - uptime) < 1);
    }

    void theStartHasAName()
    {
        QVERIFY(!m_clock->bootId().isEmpty());
        QCOMPARE(makeServices().bootClock->bootId(), m_clock->bootId());
    }

    void waitsToTheMark_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::newRow("past") << qint64{-5'000} * ms;
        QTest::newRow("zero") << std::numeric_limits<qint64>::min();
        QTest::newRow("now") << qint64{0};
        QTest::newRow("soon") << 1 * ms;
        QTest::newRow("later") << 300 * ms;
    }

    void waitsToTheMark()
    {
        QFETCH(qint64, from);
        const qint64 begun = m_clock->nowNs();
        const qint64 mark = from == std::numeric_limits<qint64>::min() ? 0 : begun + from;
        m_clock->waitUntil(mark);
        const qint64 late = m_clock->nowNs() - std::max(begun, mark);
        QVERIFY(late >= 0);
        QVERIFY2(late < 20 * ms, qPrintable(QString::number(double(late) / ms)));
    }

    void aWakeEndsTheWait()
    {
        std::atomic<bool> woken = false;
        const std::unique_ptr<QThread> waiter(QThread::create([&] {
            m_clock->waitUntil(BootClock::never);
            woken = true;
        }));
        waiter->start();
        QThread::msleep(50);
        QVERIFY(!woken);
        m_clock->wake();
        QVERIFY(waiter->wait(5000));
    }

    void aWakeBeforeTheWaitIsNotLost()
    {
        m_clock->wake();
        m_clock->wake();
        const qint64 begun = m_clock->nowNs();
        m_clock->waitUntil(BootClock::never); // once for both
        m_clock->waitUntil(begun + 30 * ms);
        QVERIFY(m_clock->nowNs() >= begun + 30 * ms);
    }

private:
    Services m_services;
    BootClock *m_clock = nullptr;
};

QTEST_GUILESS_MAIN(TestBootClock)
#include "tst_boot_clock.moc"
