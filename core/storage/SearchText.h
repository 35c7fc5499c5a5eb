// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QString>

#include "core/storage/Error.h"

namespace rapport::storage {

class Database;

/// The form in which texts and queries meet: compatibility forms and case
/// folded; ligatures and ß spelled out; in Arabic script the forms of alef,
/// hamza on its carrier, teh marbuta, alef maqsura, Persian yeh and keheh made
/// one each, vowel signs and tatweel left out; digits of any script as 0-9.
/// The index's tokenizer then drops the accents of Latin letters.
QString foldForSearch(const QString &text);

/// The words as an FTS5 query: all of them, each as the beginning of a word.
/// Empty if there is no letter or digit among them.
QString matchExpression(const QString &words);

/// Puts a row's text into the index, or its new text in the place of the old.
/// \param kind the table's name
/// \param owner the row's id in it
/// \param utcMs the row's time, by which hits are ordered
Result<void> indexText(const Database &database, const QString &kind, qint64 owner, qint64 utcMs,
                       const QString &text);

/// Makes the index anew from every row whose words are in it. Interrupted as
/// soon as `goOn`, asked between rows, says so. In the caller's transaction.
Result<void> rebuildSearch(const Database &database, const std::function<bool()> &goOn);

} // namespace rapport::storage
