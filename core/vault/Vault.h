// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/domain/Clock.h"
#include "core/domain/Uid.h"
#include "core/storage/Database.h"
#include "core/vault/Disk.h"
#include "core/vault/Error.h"
#include "core/vault/Layout.h"
#include "core/vault/Protector.h"
#include "core/vault/SecretBytes.h"
#include "core/vault/VaultHeader.h"

// What can be done with a vault on disk. All of it waits for the disk, some of
// it for Argon2id: for the database's or the KDF's thread, one at a time, by
// the process that holds the lock.

namespace rapport::vault {

/// The key store's entry for a vault: service and key.
inline constexpr QLatin1String keyStoreService{"rapport"};
QString keyStoreName(const domain::Uid &vaultId);

/// What lies on the disk, as far as it shows without a key.
struct Inspection
{
    enum Finding {
        Nothing, ///< no vault, nothing set aside: a first run. A left-over vault.new/ of a killed
                 ///< first run never held a person's words and does not count
        Vault,   ///< a readable header and a notes file that is not empty
        Failed,  ///< see error
    };

    Finding finding = Failed;
    Error error{};           ///< HeaderDamaged, DatabaseMissing, NewerVersion, CannotWrite, Internal
    domain::Uid vaultId{};   ///< of a Vault: names the key store's entry
    bool keychain = false;   ///< a Vault with a keychain slot
    bool passphrase = false; ///< a Vault with a passphrase slot
    bool pin = false;        ///< a Vault with a PIN slot, which needs the key store's entry too
    bool recovery = false;   ///< a Vault with a recovery code
};

/// Looks; changes nothing.
Inspection inspect(const Disk &disk, const Layout &layout);

/// A vault that is about to be made: its id, and the key-encryption key for
/// the key store, where it must be written and read back before create().
/// The left-over entry of a first run that went no further is harmless.
struct Founding
{
    domain::Uid vaultId;
    SecretBytes kek;
};
Result<Founding> prepareFounding(const domain::Clock &clock, domain::RandomSource &random);

/// The raw keys a database may be under: of the active generation, then of the
/// incoming one. A header that held them was found and is authentic.
struct Keys
{
    domain::Uid vaultId;
    std::vector<SecretBytes> raw;      ///< 48 bytes each, as storage::RawKey
    std::uint64_t seq = 0;             ///< of that header
    bool partial = false;              ///< it has a generation that was not opened
    std::vector<SlotType> proven = {}; ///< slots that were opened, or made since: their secrets are not lost
};

/// Makes a vault whole in vault.new/ (database with its schema, header, copy),
/// opens it there by what was read back from the disk, and only then renames
/// it to vault/. Whatever happens, there is afterwards either no vault or one
/// that the protector opens. NotFirstRun unless inspect() finds Nothing.
/// Derives the passphrase's key: for a worker thread.
Result<Keys> create(Disk &disk, const Layout &layout, domain::RandomSource &random,
                    const domain::Uid &vaultId, const Protector &protector);

/// The keys, by what somebody knows or a key store answered; a protector's own
/// parameters do not count, those of the slots do. WrongKey when no slot of its
/// type opens with it. Takes one Argon2id where the type has one: for the KDF
/// thread. Reads only.
Result<Keys> unlock(const Disk &disk, const Layout &layout, const Protector &protector);

/// Opens the database, for the thread that calls. The keys proved themselves
/// on the header, so a file that they do not open is DatabaseDamaged; or
/// WrongKey, where the keys are not all that the header has: after a rekey that
/// was killed, by a secret that is not among its protectors, or that is but was
/// not before.
///
/// Once it is open, what a kill or a failure left half done is brought to an
/// end, as far as the disk lets it. A change of slots: the header that the keys
/// come from counts, whichever of its copies that was. A rekey: the generation
/// counts that the database is under; the other one's slots are gone then.
///
/// An older schema is migrated. Before, the closed file is copied, byte for
/// byte and synced, to premigrate-N.db, which stays until the next openDatabase
/// that has nothing to migrate; DiskFull, with nothing changed, unless there is
/// room for the copy and three times the file besides.
Result<std::unique_ptr<storage::Database>> openDatabase(Disk &disk, const Layout &layout, const Keys &keys);

} // namespace rapport::vault
