// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tl/expected.hpp>

namespace rapport::vault {

/// What kept a vault from being made or opened, told apart by what a person
/// can do about it. Carries no text and no path.
struct Error
{
    enum Kind {
        WrongKey,        ///< no slot opens with this key or passphrase: try another; nothing was changed
        HeaderDamaged,   ///< vault.json and its copy are both unusable: restore a backup
        DatabaseMissing, ///< the notes file is not there or empty: look for it, or restore a backup
        DatabaseDamaged, ///< the key is right, the notes file is not what was written: restore a backup
        NewerVersion,    ///< written by a newer Rapport: update the app; nothing was changed
        CannotWrite,     ///< the folder cannot be read or written to: look at its permissions
        DiskFull,        ///< free some space, then try again
        NotFirstRun,     ///< asked to make a vault where something is already
        AlreadyRunning,  ///< another process holds the notes file
        Refused,         ///< nobody might be able to open the vault afterwards; nothing was changed
        Cancelled,       ///< the person stopped it; nothing was changed
        Internal,        ///< no memory left, no encrypting library, or a mistake of ours
    };

    Kind kind = Internal;
    int nativeCode = 0; ///< errno or SQLite's extended result code, or 0

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

} // namespace rapport::vault
