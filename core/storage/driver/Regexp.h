// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

struct sqlite3;

namespace rapport::storage {

/// Gives a connection the operator REGEXP (`subject REGEXP pattern`) by
/// QRegularExpression, with a cache of compiled patterns. A pattern that is not
/// valid matches nothing. SQLite's result code.
int addRegexp(sqlite3 *handle, int cachedPatterns);

} // namespace rapport::storage
