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
constexpr qint64 msInSecond = 1000;

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

QString TryWait::words(int seconds)
{
    constexpr int secondsInMinute = 60;
    if (seconds == 0)
        return {};
    if (seconds <= secondsInMinute)
        return tr("in %1 second(s)", nullptr, seconds).arg(QLocale().toString(seconds));
    const int minutes = (seconds + secondsInMinute - 1) / secondsInMinute;
    return tr("in %1 minute(s)", nullptr, minutes).arg(QLocale().toString(minutes));
}

QString TryWait::sentence(qint64 ms)
{
    // Rounded up: at the end of what is said one may really try.
    return tr("There were several wrong tries. The next one is taken %1. Nothing was changed, and nothing "
              "is deleted.")
        .arg(words(static_cast<int>((ms + msInSecond - 1) / msInSecond)));
}

} // namespace rapport::app
