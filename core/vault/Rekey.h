// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "core/vault/Vault.h"

namespace rapport::vault {

/// What a rekey is at: each but the first takes as long as the file is large.
enum class RekeyStep {
    LookingOver,  ///< is the file whole?
    Encrypting,   ///< from here on the file may be under either key
    LookingAgain, ///< is what was written whole?
};

/// Called on the thread that rekeys, before each step.
using RekeyProgress = std::function<void(RekeyStep)>;

/// How a rekey ended.
struct Rekeyed
{
    Keys keys;                  ///< open the database now, whatever happened
    std::optional<Error> error; ///< none: the database has a new key
};

/// Gives the database a new random key, for when the old one may be in other
/// hands: a copy of an old vault.json whose secret is known, say. Afterwards
/// the protectors open the vault, all of them and nothing else; slots whose
/// protector is not given are gone, since the new key cannot be wrapped for them.
///
/// The database must not be open anywhere: close it, do this, open it with the
/// keys. It takes two passes over the file to verify it, before and after, and
/// one to encrypt it; room for a second file of its size; one Argon2id for each
/// protector that has a kdf. For a worker thread.
///
/// First both copies of the header get the new generation beside the old one;
/// then the file changes its key in one transaction; then it is verified; then
/// both copies lose the old generation. Premigrate copies go before all that.
/// The salt stays: a new one would stand in a file that was rolled back.
///
/// After a kill or an error, unlock() works with an old secret or a protector,
/// and the next openDatabase() goes back (file under the old key) or ends what
/// was begun (file under the new key). Whoever is not among both sets of secrets
/// may then hear WrongKey from it. Errors: Refused without a protector or beyond
/// eight slots for both generations together; Internal as in changeSlots();
/// DiskFull, CannotWrite, HeaderDamaged; DatabaseDamaged, when the file is
/// damaged already: then nothing was changed.
Rekeyed rekey(
    Disk &disk, const Layout &layout, domain::RandomSource &random, Keys keys,
    std::span<const Protector> protectors, const RekeyProgress &told = [](RekeyStep) {});

} // namespace rapport::vault
