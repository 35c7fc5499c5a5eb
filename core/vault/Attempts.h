// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <QByteArray>

#include "core/vault/Disk.h"
#include "core/vault/Error.h"
#include "core/vault/Layout.h"

namespace rapport::vault {

/// A point on the boot clock, which goes on while the device sleeps and which
/// nobody can set: see platform::BootClock.
struct BootTime
{
    std::int64_t ms = 0; ///< since the device was started
    QByteArray bootId{}; ///< different after each start; empty where the system tells none

    bool operator==(const BootTime &) const = default;
};

/// The wrong tries since a secret last opened the vault, and since when the
/// wait after the last of them runs.
///
/// There is no wait up to the fourth; the fifth and each that follows is
/// answered by 30 seconds, 1 minute, 2, 4, 8, 16, 32 and then always an hour.
/// Nothing is ever deleted. Whoever can write Rapport's files is not stopped by
/// this: what stops them is the key store's part of the key, or the length of
/// a passphrase.
struct Attempts
{
    std::uint32_t wrong = 0;
    BootTime since{};

    bool operator==(const Attempts &) const = default;

    static constexpr std::uint32_t mostCounted = 1'000'000;
    static constexpr std::uint32_t firstWithWait = 5;

    /// What a missing or damaged file counts as.
    static Attempts assumed(const BootTime &now) { return {firstWithWait, now}; }

    /// Milliseconds until a try is allowed, 0 when it is now. After another
    /// start of the device the whole wait runs again, from that start on.
    std::int64_t waitMs(const BootTime &now) const;

    /// With one more wrong try.
    Attempts afterTry(const BootTime &now) const;

    /// The file `attempts`:
    ///
    ///     {"boot":"2f0c…","format":1,"since":81234,"wrong":5}
    ///
    /// JSON in the canonical form of RFC 8785, at most 256 bytes. `wrong` is a
    /// whole number up to 1,000,000, `since` milliseconds of the boot clock below
    /// 2^53, `boot` the boot id: at most 64 characters of 0-9, a-f and "-".
    QByteArray serialise() const;

    /// Nothing when it is not exactly such a file.
    static std::optional<Attempts> parse(const QByteArray &file);

    static constexpr qsizetype longestFile = 256;
};

/// Reads the file. A missing or damaged one counts as the fifth wrong try and
/// is written so, in order that its wait runs. create() writes one. Ask only where a vault is that a
/// secret opens; a first run and a vault that needs none have nothing to count.
/// CannotWrite, DiskFull, Internal.
Result<Attempts> loadAttempts(Disk &disk, const Layout &layout, const BootTime &now);

/// Counts a try as wrong, durably; to be done before its key is derived, so
/// that ending the process in the midst of it saves nothing. A try whose count
/// cannot be written must not be made.
Result<Attempts> writeTry(Disk &disk, const Layout &layout, const Attempts &before, const BootTime &now);

/// A secret was right, or a vault has just been given one: nothing is counted
/// any more. Writes only when there is something to change.
Result<void> clearAttempts(Disk &disk, const Layout &layout);

} // namespace rapport::vault
