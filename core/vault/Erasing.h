// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/domain/Uid.h"
#include "core/vault/Disk.h"
#include "core/vault/Layout.h"

namespace rapport::vault {

/// Removes one of our folders with all that is in it, headers first. Of a link
/// in it the link goes, not what it leads to; only of the folder itself, which
/// somebody may have put elsewhere, the content goes too. An absent one is
/// success.
Result<void> removeFolder(Disk &disk, const QString &path);

/// Removes whatever Rapport has written under the root that came of
/// what a person wrote: the vault, those set aside, damaged files, unfinished
/// work, wrong tries. `lock`, the device's settings, in which nothing is
/// personal, and what somebody else put there stay. For the thread that may
/// wait for the disk, with the database closed.
///
/// From its first step on there is no vault any more, and the next start ends
/// what a kill left (finishErasing). An error before that step has changed
/// nothing; after it, CannotWrite says that files are left which no longer
/// belong to a vault.
///
/// Nothing is overwritten: on flash memory that promises what it cannot hold.
/// What is left on the disk is encrypted, and the header that held its wrapped
/// key goes first.
Result<void> eraseEverything(Disk &disk, const Layout &layout);

/// At the start, before anything is looked at: ends an erasing that was begun.
/// Does nothing when there was none.
Result<void> finishErasing(Disk &disk, const Layout &layout);

/// The vaults that eraseEverything() has removed and whose keys may still be in
/// the key store: their ids are written down before the first step, as far as
/// their headers tell and the disk takes it. None while anything of them may be
/// there, since a key is somebody's way back to it. The file is hostile: at most
/// 64 ids are read.
std::vector<domain::Uid> keysToForget(const Disk &disk, const Layout &layout);

/// The key store has forgotten them.
Result<void> forgetKeysToForget(Disk &disk, const Layout &layout);

} // namespace rapport::vault
