// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QQuickWindow>
#include <QTimer>

#include "tests/bench/FirstFrame.h"

namespace rapport::bench {

/// Asks every millisecond how late it is, for some seconds.
class LoopDelay : public QObject
{
public:
    /// Says "loop" and the 99th percentile in milliseconds, then goes on.
    void run(int forMs, std::function<void()> done)
    {
        m_delays.clear();
        m_left.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        m_since.start();
        connect(&m_timer, &QTimer::timeout, this, [this, forMs, done = std::move(done)] {
            m_delays.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6 - 1.0);
            m_since.start();
            if (!m_left.hasExpired(forMs))
                return;
            m_timer.stop();
            std::sort(m_delays.begin(), m_delays.end());
            std::printf("loop %.3f\n", std::max(0.0, m_delays[m_delays.size() * 99 / 100]));
            std::fflush(stdout);
            done();
        });
        m_timer.start();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_left;
    QElapsedTimer m_since;
    std::vector<double> m_delays;
};

/// Says when the first frame is on the screen that shows what is wanted; then,
/// where asked for, the memory and the loop's delay; then ends the program.
class Ending : public QObject
{
public:
    Ending(QQuickWindow &window, std::function<bool()> isThere)
    {
        connect(&window, &QQuickWindow::frameSwapped, this, [this, &window, isThere] {
            if (m_seen || !isThere())
                return;
            m_seen = true;
            sayFirstFrame();
            disconnect(&window, nullptr, this, nullptr);
            const bool goesOn = qEnvironmentVariableIntValue("BENCH_GOES_ON") != 0;
            if (!goesOn)
                return QCoreApplication::quit();
            constexpr int settled = 1500;
            constexpr int watched = 3000;
            QTimer::singleShot(settled, this, [this] {
                sayMemory();
                m_delay.run(watched, [] { QCoreApplication::quit(); });
            });
        });
    }

private:
    LoopDelay m_delay;
    bool m_seen = false;
};

} // namespace rapport::bench
