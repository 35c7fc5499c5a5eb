// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/domain/Uid.h"
#include "core/vault/Disk.h"
#include "core/vault/Layout.h"

// Copies of a person's words that lie beside the vault, under keys of their own
// or under ones that the vault had: a way in that was taken away since still
// opens them. For the thread that may wait for the disk.

namespace rapport::vault {

struct OldCopies
{
    int setAside = 0;     ///< whole vaults, from before a restore
    bool damaged = false; ///< damaged files, or what was made of one and given up

    bool any() const { return setAside > 0 || damaged; }
};

/// Looks; changes nothing.
Result<OldCopies> oldCopies(const Disk &disk, const Layout &layout);

struct RemovedCopies
{
    /// Of the vaults that were set aside and are gone, as far as their headers
    /// told: their entries in the key store are of no use any more.
    std::vector<domain::Uid> vaults;
    /// After an error some may be gone and others not. Refused where there is
    /// no vault; CannotWrite.
    Result<void> all;
};

/// Removes them all, headers first; only where there is a vault, which is not
/// touched and may be open.
RemovedCopies removeOldCopies(Disk &disk, const Layout &layout);

} // namespace rapport::vault
