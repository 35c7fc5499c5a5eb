// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTime>

#include "core/domain/Session.h"

namespace rapport::wording {

/// "24 November", "November 24", in the locale's own order and script.
QString dayAndMonth(QDate day, const QLocale &locale);

/// "Tuesday 24 November".
QString weekdayAndDay(QDate day, const QLocale &locale);

/// A day that has been: "Today", "Yesterday", "Tuesday 24 November", with its
/// year where that is not this one.
QString pastDay(QDate day, QDate today, const QLocale &locale);

/// "14:00" or "2:00 pm", as the locale writes it, to the minute.
QString clockTime(QTime time, const QLocale &locale);

/// Where the person is in time: "Next session tomorrow, 14:00", or the day's
/// name when no session is near.
QString sessionHeadline(const std::optional<domain::Session> &session, const domain::Moment &now,
                        const QLocale &locale);

} // namespace rapport::wording
