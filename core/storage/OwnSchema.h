// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

#include "core/storage/Database.h"

namespace rapport::storage {

/// Whether everything that a file declares, its tables, indexes, triggers and
/// views, is declared as this build does at the file's schema version: a file
/// from outside may be whole and genuine, and yet bring a trigger that changes
/// what a person writes after it was taken over.
///
/// What the full-text index keeps for itself counts by name alone, since its
/// declarations are the library's and change with its version. So do the
/// library's own statistics not count at all.
///
/// An empty database is made at the path of scratch for the comparison, under
/// the key, and stays for the caller to remove. For the thread that may wait for
/// the disk. Errors: those of making and reading a database.
Result<bool> hasOwnSchema(const Database &database, const QString &scratch, RawKey key);

} // namespace rapport::storage
