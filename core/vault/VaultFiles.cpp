// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/VaultFiles.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/vault/Crypto.h"

namespace rapport::vault {

namespace {

using storage::Database;

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
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
    case storage::Error::Interrupted:
        return Error::Cancelled;
    case storage::Error::Closed:
    case storage::Error::NotCipher:
    case storage::Error::NotFound:
    case storage::Error::Refused:
    case storage::Error::Internal:
        break;
    }
    return Error::Internal;
}

/// Keys of slots, each derived once: two generations and two copies of the
/// header usually share their parameters.
class SlotKeys
{
public:
    explicit SlotKeys(const Protector &protector)
        : m_protector(protector)
    {}

    Result<const SecretBytes *> of(const Slot &slot)
    {
        const auto known = std::find_if(m_derived.begin(), m_derived.end(),
                                        [&slot](const auto &one) { return one.first == slot.kdf; });
        if (known != m_derived.end())
            return known->second.get();
        auto kek = m_protector.kekFor(slot);
        if (!kek)
            return tl::unexpected(kek.error());
        m_derived.emplace_back(slot.kdf, std::make_unique<SecretBytes>(std::move(*kek)));
        return m_derived.back().second.get();
    }

    SlotType type() const { return m_protector.type; }

private:
    const Protector &m_protector;
    std::vector<std::pair<std::optional<Kdf>, std::unique_ptr<SecretBytes>>> m_derived;
};

Result<Keys> unlockHeader(const VaultHeader &header, SlotKeys &slotKeys)
{
    Keys keys{header.vaultId, {}, header.seq};
    bool sound = true;
    for (std::size_t i = 0; i < header.generations.size(); ++i) {
        const Slot *slot = header.slot(slotKeys.type(), header.generations[i].id);
        if (!slot) {
            keys.partial = true;
            continue;
        }
        const auto kek = slotKeys.of(*slot);
        if (!kek)
            return tl::unexpected(kek.error());
        const auto dbk = unwrap(*slot, header.vaultId, **kek);
        // A rekey may change a secret too; the tag of the generation that does
        // open covers the slots of both.
        if (!dbk) {
            keys.partial = true;
            continue;
        }
        sound = sound && isAuthentic(header, i, *dbk);
        keys.raw.push_back(rawKey(*dbk, header.generations[i]));
        if (keys.raw.back().isEmpty())
            return failed(Error::Internal);
    }
    if (keys.raw.empty())
        return failed(Error::WrongKey);
    if (!sound)
        return failed(Error::HeaderDamaged);
    keys.proven = {slotKeys.type()};
    return keys;
}

/// Of the headers that a key authenticates, the one with this seq or else the
/// latest; none if there is none.
const VaultHeader *belonging(const std::vector<VaultHeader> &headers, const SecretBytes &dbk,
                             std::uint64_t seq)
{
    const VaultHeader *best = nullptr;
    for (const VaultHeader &one : headers) {
        if (generationOf(one, dbk) && (!best || one.seq == seq || (best->seq != seq && one.seq > best->seq)))
            best = &one;
    }
    return best;
}

/// Of two failures, the one that says more than "this key does not fit".
Error graver(const Error &a, const Error &b)
{
    return a.kind == Error::WrongKey ? b : a;
}

} // namespace

Files filesOf(const Layout &layout)
{
    return {layout.header(), layout.headerCopy(), layout.database()};
}

Files newFilesOf(const Layout &layout)
{
    return {layout.newHeader(), layout.newHeaderCopy(), layout.newDatabase()};
}

Error errorOf(const storage::Error &error)
{
    return {kindOf(error.kind), error.nativeCode};
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

SecretBytes databaseKey(const SecretBytes &raw)
{
    return SecretBytes::copyOf(raw.bytes().first(std::min(raw.size(), crypto::keySize)));
}

bool isAuthentic(const VaultHeader &header, std::size_t generation, const SecretBytes &dbk)
{
    const auto tag = headerTag(header, dbk);
    return tag && crypto::equal(*tag, header.macs[generation]);
}

std::optional<std::size_t> generationOf(const VaultHeader &header, const SecretBytes &dbk)
{
    for (std::size_t i = 0; i < header.generations.size(); ++i) {
        if (isAuthentic(header, i, dbk))
            return i;
    }
    return std::nullopt;
}

Result<void> sealHeader(VaultHeader &header, std::span<const SecretBytes *const> dbks)
{
    header.macs.clear();
    for (const SecretBytes *dbk : dbks) {
        const auto tag = headerTag(header, *dbk);
        if (!tag)
            return tl::unexpected(tag.error());
        header.macs.push_back(*tag);
    }
    return {};
}

Result<VaultHeader> onlyGeneration(const VaultHeader &header, std::size_t generation, const SecretBytes &dbk)
{
    VaultHeader only = header;
    only.generations = {header.generations[generation]};
    only.generations.front().state = Generation::State::Active;
    std::erase_if(only.keySlots, [&](const Slot &slot) { return slot.gen != only.generations.front().id; });
    ++only.seq;
    const std::array dbks{&dbk};
    if (const auto sealed = sealHeader(only, dbks); !sealed)
        return tl::unexpected(sealed.error());
    return only;
}

Result<void> clearNewVault(Disk &disk, const Layout &layout, const domain::Uid &vaultId)
{
    const auto entry = disk.look(layout.newVault());
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind == Disk::Kind::Absent)
        return {};
    const Files files = newFilesOf(layout);
    for (const QString &file :
         {Layout::restoredMark(layout.newVault()), files.header, files.headerCopy, files.database})
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
                              std::span<const Protector> protectors, const SecretBytes &dbk)
{
    VaultHeader header;
    header.vaultId = vaultId;
    Generation generation;
    random.fill(generation.dbSalt);
    header.generations.push_back(generation);
    for (const Protector &protector : protectors) {
        const auto kek = protector.kek();
        if (!kek)
            return tl::unexpected(kek.error());
        Slot slot{.id = static_cast<std::uint32_t>(header.keySlots.size() + 1),
                  .type = protector.type,
                  .kdf = protector.kdf};
        if (const auto wrapped = wrap(slot, vaultId, *kek, dbk, random); !wrapped)
            return tl::unexpected(wrapped.error());
        header.keySlots.push_back(slot);
    }
    const auto tag = headerTag(header, dbk);
    if (!tag)
        return tl::unexpected(tag.error());
    header.macs.push_back(*tag);
    return header;
}

Result<Keys> unlockFiles(const Disk &disk, const Files &files, const Protector &protector)
{
    const auto headers = readHeaders(disk, files);
    if (!headers)
        return tl::unexpected(headers.error());
    SlotKeys slotKeys(protector);
    Error error{Error::WrongKey};
    for (const VaultHeader &header : *headers) {
        auto keys = unlockHeader(header, slotKeys);
        if (keys)
            return keys;
        error = graver(error, keys.error());
    }
    return tl::unexpected(error);
}

std::uint64_t latestSeq(const std::vector<VaultHeader> &headers, const SecretBytes &dbk)
{
    std::uint64_t latest = 0;
    for (const VaultHeader &one : headers) {
        if (generationOf(one, dbk))
            latest = std::max(latest, one.seq);
    }
    return latest;
}

Result<CurrentHeader> currentHeader(const Disk &disk, const Files &files, const Keys &keys)
{
    const auto headers = readHeaders(disk, files);
    if (!headers)
        return tl::unexpected(headers.error());
    for (const SecretBytes &raw : keys.raw) {
        SecretBytes dbk = databaseKey(raw);
        const VaultHeader *found = belonging(*headers, dbk, keys.seq);
        if (!found)
            continue;
        if (found->generations.size() != 1)
            return failed(Error::CannotWrite);
        CurrentHeader current{*found, std::move(dbk), &raw};
        current.header.seq = latestSeq(*headers, current.dbk);
        return current;
    }
    return failed(Error::HeaderDamaged);
}

Result<OpenFile> openFiles(const Disk &disk, const Files &files, const Keys &keys)
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
                                     Database::Mode::AsItIs);
        if (opened)
            return OpenFile{std::move(*opened), &raw};
        if (opened.error().kind != storage::Error::WrongKey)
            return tl::unexpected(errorOf(opened.error()));
    }
    return failed(keys.partial ? Error::WrongKey : Error::DatabaseDamaged);
}

} // namespace rapport::vault
