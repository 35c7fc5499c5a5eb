// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/vault/VaultFiles.h"

// What is done around the opening of a vault. Nobody outside the room needs it.

namespace rapport::vault {

/// Brings to an end what a kill left of a change of slots or a rekey, and makes
/// both copies of the header equal; a damaged one is replaced. Does nothing
/// unless the header that the keys come from is there and authentic; what the
/// disk does not let it do is left for the next time.
void settleHeaders(Disk &disk, const Files &files, const Keys &keys, const OpenFile &opened);

/// Copies the database, which nobody has open, and opens the copy to see that
/// it is the one that was meant.
Result<void> copyBeforeMigration(Disk &disk, const Layout &layout, int version, const SecretBytes &raw);

/// Removes every premigrate-N.db, half-written ones included.
Result<void> removeMigrationCopies(Disk &disk, const Layout &layout);

} // namespace rapport::vault
