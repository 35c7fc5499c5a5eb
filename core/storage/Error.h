// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tl/expected.hpp>

namespace rapport::storage {

/// What kept a thing from being stored or read, told apart by what a person
/// can do about it. Never carries a person's text.
struct Error
{
    enum Kind {
        Closed,      ///< the vault is locked
        DiskFull,    ///< free some space, then try again
        ReadOnly,    ///< the folder or file cannot be written to
        Io,          ///< the disk did not answer; try again
        WrongKey,    ///< the key does not fit, or the first page is damaged
        Damaged,     ///< the file's content is not what was written
        Missing,     ///< the file is not there, or empty
        TooNew,      ///< written by a newer Rapport
        NotCipher,   ///< the library at hand does not encrypt: nothing is opened
        NotFound,    ///< no such row
        Refused,     ///< the rules of the domain do not allow it
        Busy,        ///< another process holds the file
        Interrupted, ///< cancelled from another thread
        Internal,    ///< a mistake of ours
    };

    Kind kind = Internal;
    int nativeCode = 0; ///< SQLite's extended result code, or 0

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

} // namespace rapport::storage
