// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Clock.h"
#include "core/storage/RowCounts.h"
#include "core/vault/BackupFormat.h"
#include "core/vault/Disk.h"
#include "core/vault/Layout.h"
#include "core/vault/Protector.h"
#include "core/vault/Vault.h"

// From a backup file to a vault, in two steps with a person's yes between them.
// Nothing before takeOver() (SetAside.h) touches the vault that is there. All
// of it waits for the disk and for Argon2id: for a worker, by the process that
// holds the lock.

namespace rapport::vault {

/// What a backup holds, read and proven whole; it lies in restore.new/, as
/// encrypted as it was.
struct StagedBackup
{
    qint64 createdMs = 0; ///< when it was made
    int schema = 0;
    storage::LivingCounts counts{};     ///< for the preview
    std::map<QString, qint64> rows{};   ///< of every table
    SecretBytes imageKey{};             ///< without which what lies there is of no use
    std::array<std::byte, 16> series{}; ///< of the vault that it was made of, see backupSeries()
};

/// Reads a backup from its beginning to its end and opens what it holds. Only
/// restore.new/ is written to; after an error it is gone again. Errors:
/// Cancelled, WrongPassphrase, NotABackup, Damaged, NewerVersion, CannotRead,
/// CannotWrite, DiskFull, NoMemory, Internal.
BackupResult<StagedBackup> stageBackup(Disk &disk, const Layout &layout, const QString &file,
                                       const SecretBytes &passphrase, const Progress &progress);

/// Makes it the vault: encrypted anew under a key that nobody had before, in
/// vault.new/, migrated to this build's schema, every row counted, opened by
/// each protector with what was read back; then it takes over, and what was the
/// vault, whatever state it was in, is set aside. The database is closed, and
/// whatever keeps the protectors' secrets has them already, read back. After an
/// error the old vault is in its place and works as before, and what was staged
/// is there for another try; after Cancelled too. Errors: Cancelled, Damaged
/// where what was staged changed, CannotWrite, DiskFull, NoMemory, Internal.
BackupResult<Keys> restore(Disk &disk, const Layout &layout, domain::RandomSource &random,
                           const domain::Clock &clock, const StagedBackup &staged, const domain::Uid &vaultId,
                           std::span<const Protector> protectors, const Progress &progress);

/// Removes what was staged.
Result<void> discardStaged(Disk &disk, const Layout &layout);

/// At the start, with the lock held and before anything is looked at: ends a
/// restore that was begun, removes what a killed backup or restore left, and
/// the vaults that were set aside long enough ago. The ids of those: what the
/// key store has of them may go.
Result<std::vector<domain::Uid>> tidyUp(Disk &disk, const Layout &layout, const domain::Clock &clock);

} // namespace rapport::vault
