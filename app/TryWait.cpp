// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/TryWait.h"

#include <algorithm>
#include <chrono>

#include <QLocale>

namespace rapport::app {

namespace {

constexpr qint64 nsInMs = 1'000'000;
constexpr qint64 nsInSecond = 1'000'000'000;

} // namespace

TryWait::TryWait(const platform::BootClock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &TryWait::look);
}

void TryWait::begin(qint64 ms)
{
    m_endNs = m_clock.nowNs() + ms * nsInMs;
    m_timer.start();
    look();
}

void TryWait::look()
{
    const qint64 leftNs = std::max(m_endNs - m_clock.nowNs(), qint64{0});
    const int seconds = static_cast<int>((leftNs + nsInSecond - 1) / nsInSecond);
    if (seconds == 0)
        m_timer.stop();
    if (seconds == m_secondsLeft)
        return;
    m_secondsLeft = seconds;
    Q_EMIT changed();
}

QString TryWait::text() const
{
    constexpr int secondsInMinute = 60;
    if (m_secondsLeft == 0)
        return {};
    if (m_secondsLeft <= secondsInMinute)
        return tr("in %1 second(s)", nullptr, m_secondsLeft).arg(QLocale().toString(m_secondsLeft));
    const int minutes = (m_secondsLeft + secondsInMinute - 1) / secondsInMinute;
    return tr("in %1 minute(s)", nullptr, minutes).arg(QLocale().toString(minutes));
}

} // namespace rapport::app
