// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/domain/Uid.h"
#include "core/vault/Disk.h"
#include "core/vault/Layout.h"

// How a restored vault takes the place of the one that is there, which is set
// aside as vault.old-<UTC>/ and kept for a while. With the database closed, for
// the thread that may wait for the disk.
//
// A file `restored` in vault.new/ says that what is in there is whole and
// proven; it holds the name that the old vault will get. From then on the
// restore has happened: a kill is made good by finishTakingOver() at the next
// start. The two directories exchange their names in one step, or where no
// such step is known by two renames; the mark moves along and goes last.
//
//     vault/            vault.new/            what finishTakingOver() does
//     old, or nothing   no mark               nothing: create() or the next restore clears it
//     old, or nothing   mark                  goes on
//     nothing           mark, vault.old- there goes on (killed between two renames)
//     new, mark         old                   sets it aside, removes the mark
//     new, mark         nothing               removes the mark

namespace rapport::vault {

/// How long a vault that was set aside is kept.
inline constexpr qint64 keptForMs = qint64{30} * 24 * 3600 * 1000;

/// Whether a restore is taking over, before or after the exchange: until it is
/// ended vault.new/ may be the only place of somebody's words, and this is no
/// first run, whatever else is there.
Result<bool> isTakingOver(const Disk &disk, const Layout &layout);

/// Makes what is in vault.new/ the vault. After an error the old one is in its
/// place; or nothing could be done about it, then the next start goes on.
Result<void> takeOver(Disk &disk, const Layout &layout, qint64 nowUtcMs);

/// At the start, before anything is looked at.
Result<void> finishTakingOver(Disk &disk, const Layout &layout);

/// A vault that was set aside.
struct SetAside
{
    QString path;
    qint64 sinceUtcMs = 0;
    qint64 keptUntilUtcMs() const { return sinceUtcMs + keptForMs; }
};
Result<std::vector<SetAside>> setAside(const Disk &disk, const Layout &layout);

/// Removes those that were kept long enough, as long as there is a vault that
/// has taken their place. One whose name is from the future, as after a clock
/// that went wrong, stays. The ids are of those removed, as far as their
/// headers told: their entries in the key store are of no use any more.
Result<std::vector<domain::Uid>> removeOldSetAside(Disk &disk, const Layout &layout, qint64 nowUtcMs);

} // namespace rapport::vault
