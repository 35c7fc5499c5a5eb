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

/// Encrypts every page anew, in one transaction. What the library answers does
/// not tell whether that was kept, and after a failure this connection would
/// write pages under the wrong key: so it is closed whatever the answer is, and
/// the file is asked by a new one.
Result<void> changeKey(sqlite3 *handle, RawKey key);

/// Opens and keys a file that may be damaged. Nothing of it is read yet, and
/// that it is shorter than its first page says is no reason to refuse it. Not
/// hardened: for PageImage, on a copy, never on the file itself.
Result<Handle> openDamaged(const QString &path, RawKey key);

/// For a file that is made anew if anything happens to it: its writes do not
/// wait for the medium any more.
Result<void> waitForNoMedium(sqlite3 *handle);

/// What an answer of the library means. It looks at the handle's system error,
/// so it is called right after the failure.
Error errorFrom(sqlite3 *handle, int extendedCode);

} // namespace rapport::storage
