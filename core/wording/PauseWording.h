// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QLocale>
#include <QString>

namespace rapport::wording {

/// "5 minutes".
QString minutesLong(int minutes);

/// "4:12", in the locale's digits; a second that has begun counts.
QString remainingDigits(qint64 remainingMs, const QLocale &locale);

/// "About 5 minutes left", "Less than a minute left": what ears need of it.
QString remainingWords(qint64 remainingMs);

} // namespace rapport::wording
