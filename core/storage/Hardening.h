// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QString>

#include "core/storage/Database.h"
#include "core/storage/Error.h"

struct sqlite3;

namespace rapport::storage {

struct HandleCloser
{
    void operator()(sqlite3 *handle) const;
};

/// A raw connection that closes itself.
using Handle = std::unique_ptr<sqlite3, HandleCloser>;

/// Opens a file that is there, keys it, and hardens the connection as VAULT.md
/// ("The connection") asks; every setting is read back. A file that is there
/// and empty becomes a new database with its first write.
Result<Handle> openHardened(const QString &path, RawKey key, bool readOnly);

/// What an answer of the library means. It looks at the handle's system error,
/// so it is called right after the failure.
Error errorFrom(sqlite3 *handle, int extendedCode);

} // namespace rapport::storage
