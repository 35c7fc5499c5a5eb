// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDate>
#include <QDateTime>
#include <QtGlobal>

namespace rapport::domain {

/// An instant in the past or present as it is stored: UTC plus the offset that
/// was in force where it happened, so that a later change of time zone never
/// moves it to another day.
struct Moment
{
    qint64 utcMs = 0;  ///< milliseconds since 1970-01-01T00:00Z
    int offsetMin = 0; ///< minutes east of UTC, −1080…+1080

    /// The calendar day at that place, as days since 1970-01-01 (may be
    /// negative); days start at midnight. Floor division.
    qint32 localDay() const;

    /// The same as a date.
    QDate localDate() const;

    /// The same instant with its fixed offset. Invalid beyond ±14 h, which no
    /// place has and newer Qt does not count with.
    QDateTime toDateTime() const;

    static Moment fromDateTime(const QDateTime &time);

    bool operator==(const Moment &) const = default;
    auto operator<=>(const Moment &) const = default;
};

} // namespace rapport::domain
