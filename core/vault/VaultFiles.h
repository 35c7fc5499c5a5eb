// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "core/storage/Database.h"
#include "core/vault/HeaderFile.h"
#include "core/vault/Layout.h"
#include "core/vault/Protector.h"
#include "core/vault/Vault.h"

// What the parts of this room share about one vault's three files, wherever
// they lie. Nobody outside the room needs it.

namespace rapport::vault {

Files filesOf(const Layout &layout);    ///< in vault/
Files newFilesOf(const Layout &layout); ///< in vault.new/

Error errorOf(const storage::Error &error);

/// DBK ‖ db_salt, as SQLCipher takes it. Empty when there is no memory.
SecretBytes rawKey(const SecretBytes &dbk, const Generation &generation);

/// The DBK in it.
SecretBytes databaseKey(const SecretBytes &raw);

/// Whether a database key makes the header's tag for its generation.
bool isAuthentic(const VaultHeader &header, std::size_t generation, const SecretBytes &dbk);

/// The generation (as an index) whose tag a database key makes, if any.
std::optional<std::size_t> generationOf(const VaultHeader &header, const SecretBytes &dbk);

/// The highest seq of those headers that a database key authenticates.
std::uint64_t latestSeq(const std::vector<VaultHeader> &headers, const SecretBytes &dbk);

/// Makes the tags anew; one key for each generation, in their order.
Result<void> sealHeader(VaultHeader &header, std::span<const SecretBytes *const> dbks);

/// What is left of a header when one generation (an index) stays: active, with
/// its slots, one seq later, sealed.
Result<VaultHeader> onlyGeneration(const VaultHeader &header, std::size_t generation, const SecretBytes &dbk);

/// Removes what was being made in vault.new/. It is never the only place of a
/// person's words, unless it isTakingOver(); but what we did not name ourselves
/// is set aside, not removed.
Result<void> clearNewVault(Disk &disk, const Layout &layout, const domain::Uid &vaultId);

/// A header with one generation, whose key each of the protectors opens; they
/// are of different types. Takes the Argon2ids that they have.
Result<VaultHeader> newHeader(domain::RandomSource &random, const domain::Uid &vaultId,
                              std::span<const Protector> protectors, const SecretBytes &dbk);

/// The raw keys, by whichever header the protector opens. WrongKey when no
/// slot opens; HeaderDamaged when one did, but the tag over the whole is not
/// right. Each different set of parameters is derived once.
Result<Keys> unlockFiles(const Disk &disk, const Files &files, const Protector &protector);

/// The header that an open vault's keys belong to.
struct CurrentHeader
{
    VaultHeader header; ///< of one generation; its seq is the highest that any authentic copy has
    SecretBytes dbk;
    const SecretBytes *raw = nullptr; ///< one of Keys::raw
};

/// HeaderDamaged where there is none; CannotWrite where a rekey that was
/// interrupted is not brought to its end.
Result<CurrentHeader> currentHeader(const Disk &disk, const Files &files, const Keys &keys);

/// A database that one of several keys opened.
struct OpenFile
{
    std::unique_ptr<storage::Database> database;
    const SecretBytes *raw = nullptr; ///< that key, one of Keys::raw
};

/// Opens the database as it is: an older schema is not migrated.
Result<OpenFile> openFiles(const Disk &disk, const Files &files, const Keys &keys);

} // namespace rapport::vault
