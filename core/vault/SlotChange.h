// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <vector>

#include "core/vault/Vault.h"

// The slots of a vault that is open: which secrets open it next time.

namespace rapport::vault {

/// What is to be different. Whoever took a copy of the old vault.json and knows
/// a removed secret still has the database's key: only rekey() ends that.
struct SlotChange
{
    /// Each becomes the one slot of its type. A PIN takes the place of the
    /// keychain slot, since beside it there must be none that opens with the
    /// key store alone; putting the keychain slot takes the PIN away.
    std::vector<Protector> put;

    /// Types whose slot goes. One that is not there is gone already.
    std::vector<SlotType> remove;
};

/// The types of slots that there are after a change. Pure, so that a screen can
/// ask beforehand. `proven` are slots whose secret is known not to be lost, as
/// in Keys. Refused when none of those afterwards is proven or put: a vault that
/// a passphrase opened because the key store has lost its key keeps a way in.
/// Internal for a type that is put twice, or put and removed, and for a PIN and
/// the keychain slot together. Whether a vault may be without a recovery code
/// and a passphrase is the person's to say, and not looked at.
Result<std::vector<SlotType>> slotsAfter(std::span<const SlotType> now, std::span<const SlotType> proven,
                                         std::span<const SlotType> put, std::span<const SlotType> remove);

/// Changes the slots of the vault that the keys opened; the database is not
/// touched and may stay open. vault.json is written, read back and opened with
/// each protector that is put, then vault.json.bak. Whatever happens, each file
/// opens with all the old secrets or all the new ones; after an error that is
/// the old ones, unless the disk refused to take them back, and then, as after
/// a kill, the next openDatabase() decides. When a slot goes, premigrate copies
/// go before it.
///
/// On success the keys are those of the new header. Errors: those of
/// slotsAfter(), Refused for more than eight slots, CannotWrite, DiskFull;
/// HeaderDamaged where no header belongs to the keys any more; CannotWrite also
/// while a rekey that was interrupted could not be brought to its end.
/// Takes one Argon2id for each protector that has one: for a worker thread.
Result<void> changeSlots(Disk &disk, const Layout &layout, domain::RandomSource &random, Keys &keys,
                         const SlotChange &change);

} // namespace rapport::vault
