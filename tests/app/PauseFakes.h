// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QObject>
#include <QString>
#include <QWaitCondition>

#include "platform/Bell.h"
#include "platform/BootClock.h"
#include "platform/KeepAwake.h"

// Time since the device's start as a test wants it, and bells that are counted.

namespace rapport::tests {

/// Stands still until it is told otherwise. Whoever moves it can wait until
/// the cue thread has seen the new time and waits again.
class ScriptedBootClock final : public platform::BootClock
{
public:
    static constexpr qint64 ms = 1'000'000;
    static constexpr qint64 second = 1'000 * ms;
    static constexpr qint64 minute = 60 * second;

    qint64 nowNs() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_now;
    }
    QByteArray bootId() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_bootId;
    }

    void waitUntil(qint64 markNs) override
    {
        const QMutexLocker lock(&m_mutex);
        m_mark = markNs;
        ++m_waits;
        m_waiting = true;
        m_changed.wakeAll();
        while (!m_woken && m_now < markNs)
            m_changed.wait(&m_mutex);
        m_waiting = false;
        m_woken = false;
    }

    void wake() override
    {
        const QMutexLocker lock(&m_mutex);
        m_woken = true;
        m_changed.wakeAll();
    }

    /// Time passes up to the next mark that is waited for, and so on, as it
    /// does while the device is awake.
    void pass(qint64 ns)
    {
        const QMutexLocker lock(&m_mutex);
        const qint64 target = m_now + ns;
        settle();
        while (m_now < target) {
            m_now = std::min(target, std::max(m_now, m_mark));
            settle();
        }
    }

    /// The device sleeps: nobody sees the time between.
    void sleep(qint64 ns)
    {
        const QMutexLocker lock(&m_mutex);
        settle();
        m_now += ns;
        settle();
    }

    /// The cue thread has begun and waits.
    void awaitThread()
    {
        const QMutexLocker lock(&m_mutex);
        for (int tries = 0; m_waits == 0 && tries < patience; ++tries)
            m_changed.wait(&m_mutex, 1);
        settle();
    }

    /// The app ended; nobody waits until another begins.
    void forgetThread()
    {
        const QMutexLocker lock(&m_mutex);
        m_waits = 0;
        m_woken = false;
        m_mark = never;
    }

    /// As after a start of the device.
    void restart(qint64 nowNs)
    {
        const QMutexLocker lock(&m_mutex);
        m_bootId += "-again";
        m_now = nowNs;
    }

private:
    /// Whoever waited for a mark that is past has seen it and waits for the next.
    void settle()
    {
        for (int tries = 0; m_waits > 0 && (!m_waiting || m_woken || m_mark <= m_now) && tries < patience;
             ++tries) {
            m_changed.wakeAll();
            m_changed.wait(&m_mutex, 1);
        }
    }

    static constexpr int patience = 5'000; // milliseconds; a thread that ended waits no more

    mutable QMutex m_mutex;
    QWaitCondition m_changed;
    QByteArray m_bootId = "a-start";
    qint64 m_now = 1'000 * minute;
    qint64 m_mark = never;
    int m_waits = 0; ///< 0: there is no thread yet
    bool m_waiting = false;
    bool m_woken = false;
};

class RecordingBell final : public platform::Bell
{
public:
    bool audible = true;

    void prepare(QObject *context, Answer answer) override
    {
        add(QStringLiteral("prepare"));
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), heard = audible] { answer(heard); }, Qt::QueuedConnection);
    }
    void ring(const QByteArray &samples, double volume) override
    {
        add(QStringLiteral("%1 at %2").arg(QString::fromLatin1(samples)).arg(volume));
    }
    void release() override { add(QStringLiteral("release")); }

    /// What was asked since the last time.
    QStringList take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_calls, {});
    }

private:
    void add(const QString &call)
    {
        const QMutexLocker lock(&m_mutex);
        m_calls.append(call);
    }

    QMutex m_mutex;
    QStringList m_calls;
};

class RecordingKeepAwake final : public platform::KeepAwake
{
public:
    bool held = false;
    QString reason;

    void hold(const QString &why) override
    {
        held = true;
        reason = why;
    }
    void release() override { held = false; }
};

} // namespace rapport::tests
