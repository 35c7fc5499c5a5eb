// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QVariant>

struct sqlite3_stmt;

namespace rapport::storage {

/// Whether a value means SQL's NULL: an invalid or null variant, a null (not
/// merely empty) string or byte array, an invalid date or time, a null UUID.
bool isSqlNull(const QVariant &value);

/// Binds a value to a parameter (1 is the first). Integers of every width that
/// fit 64 bits signed are bound as integers, larger ones as text, byte arrays as
/// BLOBs, dates and times as ISO 8601 with milliseconds (and with the offset, if
/// the value has one), all else as the text that QVariant makes of it.
///
/// Strings and byte arrays are not copied: `value` must stay alive and unchanged
/// until the statement is reset and its bindings are cleared.
///
/// SQLite's result code; SQLITE_MISMATCH for a type that has no text.
int bindParameter(sqlite3_stmt *statement, int parameter, const QVariant &value);

} // namespace rapport::storage
