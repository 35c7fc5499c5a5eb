// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QLocale>
#include <QString>

#include "core/domain/Note.h"

namespace rapport::wording {

/// Puts the facts of a note into its finished lines, in the order in which
/// they stand on the page. The app's own words stay under 150 in all; what the
/// person wrote is never changed or shortened.
QList<domain::NoteLine> noteLines(const domain::NoteFacts &facts, const QLocale &locale);

/// The finished lines as plain text, UTF-8 when written out: a title, headings
/// on lines of their own, topics numbered, "\n" line ends, one at the end.
QString noteText(const QList<domain::NoteLine> &lines, const QLocale &locale);

/// "2 of 3", for the foot of a page.
QString pageNumber(int page, int pages, const QLocale &locale);

/// A neutral file name without an ending: "note-2026-11-23".
QString noteFileStem(QDate writtenOn);

} // namespace rapport::wording
