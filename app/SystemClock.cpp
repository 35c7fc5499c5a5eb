// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/SystemClock.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimeZone>

namespace rapport::app {

domain::Moment SystemClock::now() const
{
    return domain::Moment::fromDateTime(QDateTime::currentDateTime());
}

QByteArray SystemClock::zone() const
{
    return QTimeZone::systemTimeZoneId();
}

void SystemRandom::fill(std::span<std::byte> bytes)
{
    for (std::byte &byte : bytes)
        byte = static_cast<std::byte>(QRandomGenerator::system()->bounded(256));
}

} // namespace rapport::app
