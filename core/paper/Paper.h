// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QLocale>
#include <QSizeF>

namespace rapport::paper {

enum class Paper { A4, Letter };

/// The paper that lies in printers where a locale is at home: Letter in the
/// territories for which Unicode's CLDR names it, else A4. A locale without a
/// territory gets A4.
Paper paperFor(const QLocale &locale);

/// In points of 1/72 inch, upright, as PDF writes them.
QSizeF sizeInPoints(Paper paper);

} // namespace rapport::paper
