// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Moment.h"

namespace rapport::domain {

namespace {
constexpr qint64 msPerDay = 86'400'000;
constexpr qint64 msPerMinute = 60'000;
} // namespace

qint32 Moment::localDay() const
{
    const qint64 local = utcMs + offsetMin * msPerMinute;
    const qint64 day = local / msPerDay - (local % msPerDay < 0 ? 1 : 0);
    return static_cast<qint32>(day);
}

QDate Moment::localDate() const
{
    return QDate(1970, 1, 1).addDays(localDay());
}

QDateTime Moment::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, offsetMin * 60);
}

Moment Moment::fromDateTime(const QDateTime &time)
{
    return {time.toMSecsSinceEpoch(), time.offsetFromUtc() / 60};
}

} // namespace rapport::domain
