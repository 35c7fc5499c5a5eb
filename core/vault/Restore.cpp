// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Restore.h"

#include "core/storage/OwnSchema.h"
#include "core/vault/BackupStream.h"
#include "core/vault/Erasing.h"
#include "core/vault/SetAside.h"
#include "core/vault/VaultFiles.h"

namespace rapport::vault {

namespace {

using storage::Database;

constexpr int pagesAtOnce = 512;

tl::unexpected<BackupError> failed(BackupError::Kind kind, int nativeCode = 0)
{
    return tl::unexpected(BackupError{kind, nativeCode});
}

storage::RawKey rawKeyOf(const SecretBytes &key)
{
    return key.bytes().first<storage::RawKey::extent>();
}

QString scratchOf(const Layout &layout, const char *name)
{
    return layout.restoreScratch() + QLatin1Char('/') + QLatin1String(name);
}

QString imageOf(const Layout &layout)
{
    return scratchOf(layout, "image.db");
}

/// What an error of a database means that came out of a backup.
BackupError imageError(const storage::Error &error)
{
    if (error.kind == storage::Error::TooNew)
        return {BackupError::NewerVersion, error.nativeCode};
    BackupError meant = backupError(error);
    if (meant.kind == BackupError::VaultDamaged || meant.kind == BackupError::VaultClosed)
        meant.kind = BackupError::Damaged;
    return meant;
}

BackupError vaultError(const Error &error)
{
    return error.kind == Error::DatabaseDamaged ? BackupError{BackupError::Damaged, error.nativeCode}
                                                : backupError(error);
}

/// Opens the database at the path and proves that it holds what the manifest says.
BackupResult<std::unique_ptr<Database>> openProven(const QString &path, const SecretBytes &key, int schema,
                                                   const std::map<QString, qint64> &rows)
{
    auto open = Database::open(path, rawKeyOf(key), Database::Mode::ReadOnly);
    if (!open)
        return tl::unexpected(imageError(open.error()));
    if (const auto sound = (*open)->verify(); !sound)
        return tl::unexpected(imageError(sound.error()));
    const auto counted = storage::rowCounts(**open);
    if (!counted)
        return tl::unexpected(imageError(counted.error()));
    if ((*open)->schemaVersion() != schema || *counted != rows)
        return failed(BackupError::Damaged);
    return std::move(*open);
}

BackupResult<void> extract(Disk &disk, BackupReader &reader, const BackupManifest &manifest,
                           const QString &path, const ProgressSpan &span)
{
    const auto target = disk.createFile(path);
    if (!target)
        return tl::unexpected(backupError(target.error()));
    const auto read = reader.readImage(
        manifest,
        [&](std::span<const std::byte> piece) -> BackupResult<void> {
            if (const auto done = (*target)->append(piece); !done)
                return tl::unexpected(backupError(done.error()));
            return {};
        },
        span);
    if (!read)
        return read;
    if (const auto finished = (*target)->finish(); !finished)
        return tl::unexpected(backupError(finished.error()));
    return {};
}

BackupResult<StagedBackup> stage(Disk &disk, const Layout &layout, const QString &file,
                                 const SecretBytes &passphrase, const ProgressSpan &span)
{
    const auto input = disk.openFile(file);
    if (!input)
        return failed(BackupError::CannotRead, input.error().nativeCode);
    BackupReader reader(**input);
    const auto prefix = reader.readPrefix();
    if (!prefix)
        return tl::unexpected(prefix.error());
    if (!span.reached(0, 1))
        return failed(BackupError::Cancelled);
    if (const auto keys = reader.unlock(passphrase); !keys)
        return tl::unexpected(keys.error());
    auto manifest = reader.readManifest();
    if (!manifest)
        return tl::unexpected(manifest.error());

    if (const auto made = disk.makeDirectory(layout.restoreScratch()); !made)
        return tl::unexpected(backupError(made.error()));
    if (const auto out = extract(disk, reader, *manifest, imageOf(layout), span.part(0.0, 0.7)); !out)
        return tl::unexpected(out.error());
    const auto open = openProven(imageOf(layout), manifest->imageKey, manifest->schema, manifest->rows);
    if (!open)
        return tl::unexpected(open.error());
    const auto own = storage::hasOwnSchema(**open, scratchOf(layout, "own.db"), rawKeyOf(manifest->imageKey));
    if (!own)
        return tl::unexpected(imageError(own.error()));
    if (!*own)
        return failed(BackupError::Damaged);
    const auto counts = storage::livingCounts(**open);
    if (!counts)
        return tl::unexpected(imageError(counts.error()));
    if (!span.reached(1, 1))
        return failed(BackupError::Cancelled);
    return StagedBackup{prefix->createdMs,
                        manifest->schema,
                        *counts,
                        std::move(manifest->rows),
                        std::move(manifest->imageKey),
                        prefix->series};
}

/// The notes under their new key, at this build's schema.
BackupResult<void> recrypt(Disk &disk, const Layout &layout, const StagedBackup &staged,
                           const SecretBytes &raw, const ProgressSpan &span)
{
    {
        const auto image = openProven(imageOf(layout), staged.imageKey, staged.schema, staged.rows);
        if (!image)
            return tl::unexpected(image.error());
        if (const auto begun = (*image)->beginCopy(layout.newDatabase(), rawKeyOf(raw)); !begun)
            return tl::unexpected(imageError(begun.error()));
        for (int left = 1; left > 0;) {
            const auto copied = (*image)->copyPages(pagesAtOnce);
            if (!copied)
                return tl::unexpected(imageError(copied.error()));
            left = copied->left;
            if (!span.reached(copied->total - left, copied->total))
                return failed(BackupError::Cancelled);
        }
    }
    if (const auto same = openProven(layout.newDatabase(), raw, staged.schema, staged.rows); !same)
        return tl::unexpected(same.error());
    {
        const auto migrated = Database::open(layout.newDatabase(), rawKeyOf(raw), Database::Mode::Existing);
        if (!migrated)
            return tl::unexpected(imageError(migrated.error()));
        if (const auto sound = (*migrated)->verify(); !sound)
            return tl::unexpected(imageError(sound.error()));
    }
    if (const auto settled = disk.settle(layout.newDatabase()); !settled)
        return tl::unexpected(backupError(settled.error()));
    return {};
}

/// The keys, as each protector gives them by what is on the disk now.
BackupResult<Keys> prove(const Disk &disk, const Layout &layout, std::span<const Protector> protectors)
{
    const Files files = newFilesOf(layout);
    Keys keys;
    for (const Protector &protector : protectors) {
        auto unlocked = unlockFiles(disk, files, protector);
        if (!unlocked)
            return tl::unexpected(vaultError(unlocked.error()));
        keys = std::move(*unlocked);
    }
    if (const auto opened = openFiles(disk, files, keys); !opened)
        return tl::unexpected(vaultError(opened.error()));
    return keys;
}

BackupResult<Keys> build(Disk &disk, const Layout &layout, domain::RandomSource &random,
                         const StagedBackup &staged, const domain::Uid &vaultId,
                         std::span<const Protector> protectors, const ProgressSpan &span)
{
    SecretBytes dbk(crypto::keySize);
    if (dbk.isEmpty())
        return failed(BackupError::NoMemory);
    random.fill(dbk.bytes());
    const auto header = newHeader(random, vaultId, protectors, dbk);
    if (!header)
        return tl::unexpected(backupError(header.error()));
    const SecretBytes raw = rawKey(dbk, header->generations.front());
    if (raw.size() != storage::RawKey::extent || staged.imageKey.size() != storage::RawKey::extent)
        return failed(BackupError::Internal);
    if (const auto made = disk.makeDirectory(layout.newVault()); !made)
        return tl::unexpected(backupError(made.error()));
    if (const auto done = recrypt(disk, layout, staged, raw, span); !done)
        return tl::unexpected(done.error());
    for (const QString &path : {layout.newHeader(), layout.newHeaderCopy()}) {
        if (const auto written = disk.write(path, header->serialise()); !written)
            return tl::unexpected(backupError(written.error()));
    }
    auto keys = prove(disk, layout, protectors);
    if (keys && !span.reached(1, 1))
        return failed(BackupError::Cancelled); // the last moment at which it can be
    return keys;
}

} // namespace

BackupResult<StagedBackup> stageBackup(Disk &disk, const Layout &layout, const QString &file,
                                       const SecretBytes &passphrase, const Progress &progress)
{
    if (const auto cleared = discardStaged(disk, layout); !cleared)
        return tl::unexpected(backupError(cleared.error()));
    auto staged = stage(disk, layout, file, passphrase, ProgressSpan(progress, 0.0, 1.0));
    if (!staged)
        static_cast<void>(discardStaged(disk, layout));
    return staged;
}

BackupResult<Keys> restore(Disk &disk, const Layout &layout, domain::RandomSource &random,
                           const domain::Clock &clock, const StagedBackup &staged, const domain::Uid &vaultId,
                           std::span<const Protector> protectors, const Progress &progress)
{
    if (protectors.empty())
        return failed(BackupError::Internal); // a vault that nobody opens
    // vault.new/ may be the old vault of a restore that was not ended.
    if (const auto finished = finishTakingOver(disk, layout); !finished)
        return tl::unexpected(backupError(finished.error()));
    if (const auto cleared = clearNewVault(disk, layout, vaultId); !cleared)
        return tl::unexpected(backupError(cleared.error()));
    auto keys = build(disk, layout, random, staged, vaultId, protectors, ProgressSpan(progress, 0.0, 1.0));
    if (!keys) {
        static_cast<void>(clearNewVault(disk, layout, vaultId));
        return keys;
    }
    if (const auto taken = takeOver(disk, layout, clock.now().utcMs); !taken) {
        const auto waiting = isTakingOver(disk, layout);
        if (waiting && !*waiting)
            static_cast<void>(clearNewVault(disk, layout, vaultId));
        return tl::unexpected(backupError(taken.error()));
    }
    static_cast<void>(discardStaged(disk, layout)); // else the next start does
    return keys;
}

Result<void> discardStaged(Disk &disk, const Layout &layout)
{
    return removeFolder(disk, layout.restoreScratch());
}

Result<std::vector<domain::Uid>> tidyUp(Disk &disk, const Layout &layout, const domain::Clock &clock)
{
    if (const auto finished = finishTakingOver(disk, layout); !finished)
        return tl::unexpected(finished.error());
    for (const QString &scratch : {layout.backupScratch(), layout.restoreScratch()}) {
        if (const auto gone = removeFolder(disk, scratch); !gone)
            return tl::unexpected(gone.error());
    }
    return removeOldSetAside(disk, layout, clock.now().utcMs);
}

} // namespace rapport::vault
