// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Vault.h"

#include "core/storage/Schema.h"
#include "core/vault/Attempts.h"
#include "core/vault/Crypto.h"
#include "core/vault/Upkeep.h"
#include "core/vault/VaultFiles.h"

namespace rapport::vault {

namespace {

using storage::Database;

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
}

Result<void> createDatabase(Disk &disk, const QString &path, const SecretBytes &raw)
{
    if (raw.size() != storage::RawKey::extent)
        return failed(Error::Internal);
    auto made = Database::open(path, raw.bytes().first<storage::RawKey::extent>(), Database::Mode::Create);
    if (!made)
        return tl::unexpected(errorOf(made.error()));
    made->reset(); // closes it before its bytes are synced
    return disk.settle(path);
}

/// Everything in vault.new/, proven by opening it with what is on the disk.
Result<Keys> buildNewVault(Disk &disk, const Layout &layout, const VaultHeader &header,
                           const Protector &protector, const SecretBytes &dbk)
{
    const Files files = newFilesOf(layout);
    if (const auto made = disk.makeDirectory(layout.newVault()); !made)
        return tl::unexpected(made.error());
    const SecretBytes raw = rawKey(dbk, header.generations.front());
    if (const auto made = createDatabase(disk, files.database, raw); !made)
        return tl::unexpected(made.error());
    for (const QString &path : {files.header, files.headerCopy}) {
        if (const auto written = disk.write(path, header.serialise()); !written)
            return tl::unexpected(written.error());
    }
    auto keys = unlockFiles(disk, files, protector);
    if (!keys)
        return keys;
    if (const auto opened = openFiles(disk, files, *keys); !opened)
        return tl::unexpected(opened.error());
    if (protector.kdf) { // or the first try would have to wait for wrong ones that nobody made
        if (const auto none = clearAttempts(disk, layout); !none)
            return tl::unexpected(none.error());
    }
    return keys;
}

Result<void> requireFirstRun(const Disk &disk, const Layout &layout)
{
    const Inspection found = inspect(disk, layout);
    if (found.finding == Inspection::Nothing)
        return {};
    if (found.finding == Inspection::Failed && found.error.kind == Error::CannotWrite)
        return tl::unexpected(found.error);
    return failed(Error::NotFirstRun);
}

} // namespace

QString keyStoreName(const domain::Uid &vaultId)
{
    return QLatin1String("kek-") + vaultId.toString();
}

Result<Founding> prepareFounding(const domain::Clock &clock, domain::RandomSource &random)
{
    Founding founding{domain::Uid::create(clock.now().utcMs, random), SecretBytes(crypto::keySize)};
    if (founding.kek.isEmpty())
        return failed(Error::Internal);
    random.fill(founding.kek.bytes());
    return founding;
}

Result<Keys> create(Disk &disk, const Layout &layout, domain::RandomSource &random,
                    const domain::Uid &vaultId, const Protector &protector)
{
    if (const auto first = requireFirstRun(disk, layout); !first)
        return tl::unexpected(first.error());
    SecretBytes dbk(crypto::keySize);
    if (dbk.isEmpty())
        return failed(Error::Internal);
    random.fill(dbk.bytes());
    const auto header = newHeader(random, vaultId, std::span(&protector, 1), dbk);
    if (!header)
        return tl::unexpected(header.error());

    if (const auto cleared = clearNewVault(disk, layout, vaultId); !cleared)
        return tl::unexpected(cleared.error());
    auto keys = buildNewVault(disk, layout, *header, protector, dbk);
    if (keys) {
        if (const auto named = disk.renameDirectory(layout.newVault(), layout.vault()); !named)
            keys = tl::unexpected(named.error());
    }
    if (!keys) // to the disk as it was, as far as it lets us; the next try clears the rest
        static_cast<void>(clearNewVault(disk, layout, vaultId));
    return keys;
}

Result<Keys> unlock(const Disk &disk, const Layout &layout, const Protector &protector)
{
    return unlockFiles(disk, filesOf(layout), protector);
}

Result<std::unique_ptr<Database>> openDatabase(Disk &disk, const Layout &layout, const Keys &keys)
{
    const Files files = filesOf(layout);
    auto opened = openFiles(disk, files, keys);
    if (!opened)
        return tl::unexpected(opened.error());
    settleHeaders(disk, files, keys, *opened);
    const int version = opened->database->schemaVersion();
    if (version == storage::newestSchemaVersion()) {
        static_cast<void>(removeMigrationCopies(disk, layout));
        return std::move(opened->database);
    }
    opened->database.reset(); // a file that is copied has nobody who writes to it
    if (const auto copied = copyBeforeMigration(disk, layout, version, *opened->raw); !copied)
        return tl::unexpected(copied.error());
    auto migrated = Database::open(files.database, opened->raw->bytes().first<storage::RawKey::extent>(),
                                   Database::Mode::Existing);
    if (!migrated)
        return tl::unexpected(errorOf(migrated.error()));
    return std::move(*migrated);
}

} // namespace rapport::vault
