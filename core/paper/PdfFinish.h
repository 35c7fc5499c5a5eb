// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QLocale>
#include <QString>

#include "core/paper/Recording.h"

namespace rapport::paper {

/// What QPdfWriter made of these pages, finished: everything about its making
/// (program, version, time) is taken out, title and language are put in, and
/// each run says its words, because the letters that Qt notes for its shapes
/// lose ligatures and most of Arabic. Empty if the PDF is not built as
/// expected: then nobody could say what it tells.
QByteArray finishedPdf(const QByteArray &pdf, const QString &title, const QLocale &language,
                       const QList<Page> &pages);

} // namespace rapport::paper
