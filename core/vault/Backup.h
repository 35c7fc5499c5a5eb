// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Moment.h"
#include "core/storage/DatabaseThread.h"
#include "core/vault/BackupFormat.h"
#include "core/vault/Disk.h"
#include "core/vault/Layout.h"

namespace rapport::vault {

/// What a backup is to become.
struct BackupRequest
{
    QString file;         ///< its path; the folder is there. A file of that name is replaced at the end
    bool keepTwo = false; ///< of this vault's backups in the folder, with backupName()'s names, two stay
    domain::Uid vaultId{};
    qint64 createdMs = 0;
    std::uint32_t memKib = 256 * 1024; ///< of Argon2id; halved as long as there is not so much memory
    std::uint32_t ops = 3;
};

/// A backup that is there, read back and proven.
struct BackupMade
{
    QString file;
    qint64 size = 0;          ///< bytes
    std::uint32_t memKib = 0; ///< of Argon2id, as it came out
    int removed = 0;          ///< older ones
};

/// "rapport-2026-11-25-013045.rapbak", by the local time.
QString backupName(const domain::Moment &now);

/// Backs up the vault that is open on the thread. The calling thread waits: it
/// is a worker, neither that one nor the GUI's.
///
/// The notes are copied in slices of about 15 ms, between which the thread does
/// other work; what is kept meanwhile is in the copy. The copy lies in
/// backup.new/ under a key of its own and is verified; it is sealed into a
/// private file beside the target, synced, read back whole from the medium,
/// and only then named as asked. Whatever happens before that, nothing is left
/// and an older backup is as it was. What a kill leaves is encrypted and is
/// cleared by the next backup.
///
/// The passphrase's strength is the caller's to judge. Errors: Cancelled,
/// CannotWrite, DiskFull, VaultClosed, VaultDamaged, NoMemory, Internal;
/// Damaged where what was read back is not what was written.
BackupResult<BackupMade> writeBackup(Disk &disk, const Layout &layout, domain::RandomSource &random,
                                     storage::DatabaseThread &database, const SecretBytes &passphrase,
                                     const BackupRequest &request, const Progress &progress);

} // namespace rapport::vault
