// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <tl/expected.hpp>

#include "core/storage/Error.h"
#include "core/vault/Error.h"

namespace rapport::vault {

/// What kept a backup from being made or restored. Whatever it is: a backup
/// that was there before is untouched, and so are the notes. Carries no text
/// and no path.
struct BackupError
{
    enum Kind {
        Cancelled,       ///< by whoever asked
        WrongPassphrase, ///< or the file's first lines are damaged; nothing else tells them apart
        NotABackup,      ///< some other file
        Damaged,         ///< a backup that is not what was written: nothing was restored
        NewerVersion,    ///< made by a newer Rapport: update the app
        CannotRead,      ///< the backup file cannot be read; it may lie where we may not look
        CannotWrite,  ///< nothing can be written there: look at the folder's permissions, or choose another
        DiskFull,     ///< free some space, then try again
        VaultClosed,  ///< the vault was locked meanwhile
        VaultDamaged, ///< the notes themselves are damaged: a backup of them would be, too
        NoMemory,     ///< not enough for the key derivation
        Internal,     ///< a mistake of ours
    };

    Kind kind = Internal;
    int nativeCode = 0; ///< errno or SQLite's extended result code, or 0

    bool operator==(const BackupError &) const = default;
};

template<typename T>
using BackupResult = tl::expected<T, BackupError>;

/// Told how much is done, 0 … 1, never less than before; answers whether to go
/// on. Called on the thread that works, about every 20 ms, and not while
/// Argon2id computes.
using Progress = std::function<bool(double done)>;

/// What an error means while something of ours is written.
BackupError backupError(const Error &error);

/// What an error of the database means while it is copied from.
BackupError backupError(const storage::Error &error);

} // namespace rapport::vault
