// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Vault.h"

#include <algorithm>
#include <functional>

#include "core/vault/Crypto.h"
#include "core/vault/HeaderFile.h"

namespace rapport::vault {

namespace {

using storage::Database;

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
}

Files filesOf(const Layout &layout)
{
    return {layout.header(), layout.headerCopy(), layout.database()};
}

Files newFilesOf(const Layout &layout)
{
    return {layout.newHeader(), layout.newHeaderCopy(), layout.newDatabase()};
}

Error::Kind kindOf(storage::Error::Kind kind)
{
    switch (kind) {
    case storage::Error::DiskFull:
        return Error::DiskFull;
    case storage::Error::ReadOnly:
    case storage::Error::Io:
        return Error::CannotWrite;
    case storage::Error::WrongKey:
    case storage::Error::Damaged:
        return Error::DatabaseDamaged;
    case storage::Error::Missing:
        return Error::DatabaseMissing;
    case storage::Error::TooNew:
        return Error::NewerVersion;
    case storage::Error::Busy:
        return Error::AlreadyRunning;
    case storage::Error::Closed:
    case storage::Error::NotCipher:
    case storage::Error::NotFound:
    case storage::Error::Refused:
    case storage::Error::Interrupted:
    case storage::Error::Internal:
        break;
    }
    return Error::Internal;
}

tl::unexpected<Error> failed(const storage::Error &error)
{
    return tl::unexpected(Error{kindOf(error.kind), error.nativeCode});
}

SecretBytes rawKey(const SecretBytes &dbk, const Generation &generation)
{
    SecretBytes raw(dbk.size() + generation.dbSalt.size());
    if (raw.isEmpty())
        return raw;
    std::copy(dbk.bytes().begin(), dbk.bytes().end(), raw.bytes().begin());
    std::copy(generation.dbSalt.begin(), generation.dbSalt.end(),
              raw.bytes().begin() + static_cast<std::ptrdiff_t>(dbk.size()));
    return raw;
}

/// Whether a database key makes the header's tag for its generation.
bool isAuthentic(const VaultHeader &header, std::size_t generation, const SecretBytes &dbk)
{
    const auto tag = headerTag(header, dbk);
    return tag && crypto::equal(*tag, header.macs[generation]);
}

/// The key-encryption key for a slot.
using KekFor = std::function<Result<const SecretBytes *>(const Slot &)>;

/// What one header gives. HeaderDamaged when a slot opened, but the tag over
/// the whole is not right or the same key does not open the other generation.
Result<Keys> unlockHeader(const VaultHeader &header, SlotType type, const KekFor &kekFor)
{
    Keys keys{header.vaultId, {}};
    bool opened = false;
    bool sound = true;
    for (std::size_t i = 0; i < header.generations.size(); ++i) {
        const Slot *slot = header.slot(type, header.generations[i].id);
        if (!slot)
            continue;
        const auto kek = kekFor(*slot);
        if (!kek)
            return tl::unexpected(kek.error());
        const auto dbk = unwrap(*slot, header.vaultId, **kek);
        opened = opened || dbk.has_value();
        sound = sound && dbk && isAuthentic(header, i, *dbk);
        if (!sound)
            continue;
        keys.raw.push_back(rawKey(*dbk, header.generations[i]));
        if (keys.raw.back().isEmpty())
            return failed(Error::Internal);
    }
    if (!opened)
        return failed(Error::WrongKey);
    if (!sound)
        return failed(Error::HeaderDamaged);
    return keys;
}

/// Of two failures, the one that says more than "this key does not fit".
Error graver(const Error &a, const Error &b)
{
    return a.kind == Error::WrongKey ? b : a;
}

Result<Keys> unlockFiles(const Disk &disk, const Files &files, SlotType type, const KekFor &kekFor)
{
    const auto headers = readHeaders(disk, files);
    if (!headers)
        return tl::unexpected(headers.error());
    Error error{Error::WrongKey};
    for (const VaultHeader &header : *headers) {
        auto keys = unlockHeader(header, type, kekFor);
        if (keys)
            return keys;
        error = graver(error, keys.error());
    }
    return tl::unexpected(error);
}

Result<Keys> unlockFilesWithKek(const Disk &disk, const Files &files, SlotType type, const SecretBytes &kek)
{
    return unlockFiles(disk, files, type,
                       [&kek](const Slot &) -> Result<const SecretBytes *> { return &kek; });
}

Result<std::unique_ptr<Database>> openFiles(const Disk &disk, const Files &files, const Keys &keys)
{
    const auto entry = disk.look(files.database);
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind == Disk::Kind::Absent || (entry->kind == Disk::Kind::File && entry->size == 0))
        return failed(Error::DatabaseMissing);
    if (entry->kind != Disk::Kind::File)
        return failed(Error::DatabaseDamaged);
    for (const SecretBytes &raw : keys.raw) {
        if (raw.size() != storage::RawKey::extent)
            return failed(Error::Internal);
        auto opened = Database::open(files.database, raw.bytes().first<storage::RawKey::extent>(),
                                     Database::Mode::Existing);
        if (opened)
            return std::move(*opened);
        if (opened.error().kind != storage::Error::WrongKey)
            return failed(opened.error());
    }
    return failed(Error::DatabaseDamaged);
}

/// Removes what a killed first run left. It never held a person's words; but
/// what we did not name ourselves is set aside, not removed.
Result<void> clearNewVault(Disk &disk, const Layout &layout, const domain::Uid &vaultId)
{
    const auto entry = disk.look(layout.newVault());
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind == Disk::Kind::Absent)
        return {};
    const Files files = newFilesOf(layout);
    for (const QString &file : {files.header, files.headerCopy, files.database})
        for (const auto suffix : {QLatin1String(), QLatin1String(".tmp"), QLatin1String("-journal")})
            if (const auto removed = disk.remove(file + suffix); !removed)
                return removed;
    const auto rest = disk.list(layout.newVault());
    if (!rest)
        return tl::unexpected(rest.error());
    if (rest->empty())
        return disk.remove(layout.newVault());
    if (const auto made = disk.makeDirectory(layout.quarantine()); !made)
        return made;
    return disk.renameDirectory(layout.newVault(),
                                layout.quarantine() + QLatin1String("/vault.new-") + vaultId.toString());
}

Result<VaultHeader> newHeader(domain::RandomSource &random, const domain::Uid &vaultId,
                              const Protector &protector, const SecretBytes &kek, const SecretBytes &dbk)
{
    VaultHeader header;
    header.vaultId = vaultId;
    Generation generation;
    random.fill(generation.dbSalt);
    header.generations.push_back(generation);
    Slot slot{.type = protector.type, .kdf = protector.kdf};
    if (const auto wrapped = wrap(slot, vaultId, kek, dbk, random); !wrapped)
        return tl::unexpected(wrapped.error());
    header.keySlots.push_back(slot);
    const auto tag = headerTag(header, dbk);
    if (!tag)
        return tl::unexpected(tag.error());
    header.macs.push_back(*tag);
    return header;
}

Result<void> createDatabase(Disk &disk, const QString &path, const SecretBytes &raw)
{
    if (raw.size() != storage::RawKey::extent)
        return failed(Error::Internal);
    auto made = Database::open(path, raw.bytes().first<storage::RawKey::extent>(), Database::Mode::Create);
    if (!made)
        return failed(made.error());
    made->reset(); // closes it before its bytes are synced
    return disk.settle(path);
}

/// Everything in vault.new/, proven by opening it with what is on the disk.
Result<Keys> buildNewVault(Disk &disk, const Layout &layout, const VaultHeader &header,
                           const Protector &protector, const SecretBytes &kek, const SecretBytes &dbk)
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
    auto keys = unlockFilesWithKek(disk, files, protector.type, kek);
    if (!keys)
        return keys;
    if (const auto opened = openFiles(disk, files, *keys); !opened)
        return tl::unexpected(opened.error());
    return keys;
}

Result<SecretBytes> kekOf(const Protector &protector)
{
    if (protector.kdf.has_value() != hasKdf(protector.type))
        return failed(Error::Internal);
    if (protector.kdf)
        return deriveKek(protector.secret, *protector.kdf);
    SecretBytes kek = SecretBytes::copyOf(protector.secret.bytes());
    if (kek.size() != crypto::keySize)
        return failed(Error::Internal);
    return kek;
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

Protector Protector::keychain(SecretBytes kek)
{
    return {SlotType::Keychain, std::move(kek), std::nullopt};
}

Protector Protector::passphrase(SecretBytes passphrase, const Kdf &kdf)
{
    return {SlotType::Passphrase, std::move(passphrase), kdf};
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
    const auto kek = kekOf(protector);
    if (!kek)
        return tl::unexpected(kek.error());
    SecretBytes dbk(crypto::keySize);
    if (dbk.isEmpty())
        return failed(Error::Internal);
    random.fill(dbk.bytes());
    const auto header = newHeader(random, vaultId, protector, *kek, dbk);
    if (!header)
        return tl::unexpected(header.error());

    if (const auto cleared = clearNewVault(disk, layout, vaultId); !cleared)
        return tl::unexpected(cleared.error());
    auto keys = buildNewVault(disk, layout, *header, protector, *kek, dbk);
    if (keys) {
        if (const auto named = disk.renameDirectory(layout.newVault(), layout.vault()); !named)
            keys = tl::unexpected(named.error());
    }
    if (!keys) // to the disk as it was, as far as it lets us; the next try clears the rest
        static_cast<void>(clearNewVault(disk, layout, vaultId));
    return keys;
}

Result<Keys> unlockWithKek(const Disk &disk, const Layout &layout, const SecretBytes &kek)
{
    return unlockFilesWithKek(disk, filesOf(layout), SlotType::Keychain, kek);
}

Result<Keys> unlockWithPassphrase(const Disk &disk, const Layout &layout, const SecretBytes &passphrase)
{
    // Two generations and two copies usually share their parameters: each
    // different set is derived once.
    std::vector<std::pair<Kdf, std::unique_ptr<SecretBytes>>> derived;
    const auto kekFor = [&](const Slot &slot) -> Result<const SecretBytes *> {
        for (const auto &[kdf, kek] : derived) {
            if (kdf == *slot.kdf)
                return kek.get();
        }
        auto kek = deriveKek(passphrase, *slot.kdf);
        if (!kek)
            return tl::unexpected(kek.error());
        derived.emplace_back(*slot.kdf, std::make_unique<SecretBytes>(std::move(*kek)));
        return derived.back().second.get();
    };
    return unlockFiles(disk, filesOf(layout), SlotType::Passphrase, kekFor);
}

Result<std::unique_ptr<Database>> openDatabase(const Disk &disk, const Layout &layout, const Keys &keys)
{
    return openFiles(disk, filesOf(layout), keys);
}

} // namespace rapport::vault
