// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/wording/PauseWording.h"

#include <algorithm>

#include <QCoreApplication>

namespace rapport::wording {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Pause)
};

constexpr qint64 msPerSecond = 1000;
constexpr qint64 secondsPerMinute = 60;

/// Rounded up: what is begun is not over.
qint64 wholeSeconds(qint64 ms)
{
    return (std::max<qint64>(ms, 0) + msPerSecond - 1) / msPerSecond;
}

} // namespace

QString minutesLong(int minutes)
{
    return Words::tr("%n minute(s)", nullptr, minutes);
}

QString remainingDigits(qint64 remainingMs, const QLocale &locale)
{
    const qint64 seconds = wholeSeconds(remainingMs);
    const QString rest = locale.toString(seconds % secondsPerMinute);
    return locale.toString(seconds / secondsPerMinute) + u':' +
           (rest.size() < 2 ? locale.zeroDigit() + rest : rest);
}

QString remainingWords(qint64 remainingMs)
{
    const qint64 seconds = wholeSeconds(remainingMs);
    if (seconds < secondsPerMinute)
        return Words::tr("Less than a minute left");
    const auto minutes = (seconds + secondsPerMinute / 2) / secondsPerMinute;
    return Words::tr("About %n minute(s) left", nullptr, static_cast<int>(minutes));
}

} // namespace rapport::wording
