// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Rekey.h"

#include <array>

#include "core/vault/Crypto.h"
#include "core/vault/SlotWriter.h"
#include "core/vault/Upkeep.h"

namespace rapport::vault {

namespace {

using storage::Database;

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
}

storage::RawKey keyOf(const SecretBytes &raw)
{
    return raw.bytes().first<storage::RawKey::extent>();
}

/// Whether every page is what was written. Closes the file again.
Result<void> verify(const QString &path, const SecretBytes &raw)
{
    const auto opened = Database::open(path, keyOf(raw), Database::Mode::AsItIs);
    if (!opened)
        return tl::unexpected(errorOf(opened.error()));
    if (const auto whole = (*opened)->verify(); !whole)
        return tl::unexpected(errorOf(whole.error()));
    return {};
}

Result<void> requireRoom(const Disk &disk, const Layout &layout)
{
    const auto entry = disk.look(layout.database());
    if (!entry)
        return tl::unexpected(entry.error());
    const auto room = disk.room(layout.vault());
    if (room && *room < 2 * entry->size)
        return failed(Error::DiskFull);
    return {};
}

/// One rekey, from the header with both generations to the one with the new
/// generation alone.
class Rekeying
{
public:
    Rekeying(Disk &disk, const Layout &layout, CurrentHeader current, const SlotWriter &writer)
        : m_disk(disk)
        , m_layout(layout)
        , m_files(filesOf(layout))
        , m_old(std::move(current))
        , m_oldRaw(SecretBytes::copyOf(m_old.raw->bytes()))
        , m_writer(writer)
    {}

    /// Both generations; nothing is written.
    Result<void> prepare(domain::RandomSource &random)
    {
        m_newDbk = SecretBytes(crypto::keySize);
        if (m_newDbk.isEmpty() || m_oldRaw.isEmpty())
            return failed(Error::Internal);
        random.fill(m_newDbk.bytes());
        m_both = m_old.header;
        ++m_both.seq;
        Generation incoming = m_both.generations.front();
        ++incoming.id;
        incoming.state = Generation::State::Incoming;
        m_both.generations.push_back(incoming);
        m_newRaw = rawKey(m_newDbk, incoming);
        if (m_newRaw.isEmpty())
            return failed(Error::Internal);
        if (const auto appended = m_writer.append(m_both, incoming.id, m_newDbk, random); !appended)
            return appended;
        const std::array dbks{&m_old.dbk, &m_newDbk};
        return sealHeader(m_both, dbks);
    }

    /// From here on the file may be under either key.
    Result<void> publishBoth()
    {
        return publishHeader(m_disk, m_files, m_both, [this](const VaultHeader &written) {
            return isAuthentic(written, 0, m_old.dbk) && isAuthentic(written, 1, m_newDbk) && opens(written);
        });
    }

    Result<void> changeFile(const RekeyProgress &told)
    {
        told(RekeyStep::Encrypting);
        const auto changed = Database::rekey(m_layout.database(), keyOf(m_oldRaw), keyOf(m_newRaw));
        if (changed) {
            told(RekeyStep::LookingAgain);
            return verify(m_layout.database(), m_newRaw);
        }
        // Back only where the old key is seen to fit.
        if (Database::open(m_layout.database(), keyOf(m_oldRaw), Database::Mode::AsItIs))
            static_cast<void>(publishOnly(0, m_old.dbk));
        return tl::unexpected(errorOf(changed.error()));
    }

    Result<void> publishNew() { return publishOnly(1, m_newDbk); }

    /// What opens the file, wherever this stopped.
    Keys keysOfBoth(Keys keys) const
    {
        keys.raw.clear();
        keys.raw.push_back(SecretBytes::copyOf(m_oldRaw.bytes()));
        keys.raw.push_back(SecretBytes::copyOf(m_newRaw.bytes()));
        keys.seq = m_both.seq;
        return keys;
    }

    Keys newKeys() const
    {
        Keys keys{m_both.vaultId, {}, m_both.seq + 1};
        keys.raw.push_back(SecretBytes::copyOf(m_newRaw.bytes()));
        keys.proven = m_writer.types();
        return keys;
    }

private:
    bool opens(const VaultHeader &header) const
    {
        return m_writer.allOpen(header, m_both.generations.back().id, m_newDbk);
    }

    Result<void> publishOnly(std::size_t generation, const SecretBytes &dbk)
    {
        const auto only = onlyGeneration(m_both, generation, dbk);
        if (!only)
            return tl::unexpected(only.error());
        return publishHeader(m_disk, m_files, *only, [&, this](const VaultHeader &written) {
            return isAuthentic(written, 0, dbk) && (generation == 0 || opens(written));
        });
    }

    Disk &m_disk;
    const Layout &m_layout;
    Files m_files;
    CurrentHeader m_old;
    SecretBytes m_oldRaw;
    const SlotWriter &m_writer;
    SecretBytes m_newDbk;
    SecretBytes m_newRaw;
    VaultHeader m_both;
};

} // namespace

Rekeyed rekey(Disk &disk, const Layout &layout, domain::RandomSource &random, Keys keys,
              std::span<const Protector> protectors, const RekeyProgress &told)
{
    told(RekeyStep::LookingOver);
    const auto unchanged = [&keys](const Error &error) { return Rekeyed{std::move(keys), error}; };
    if (protectors.empty())
        return unchanged({Error::Refused});
    auto current = currentHeader(disk, filesOf(layout), keys);
    if (!current)
        return unchanged(current.error());
    if (const auto room = requireRoom(disk, layout); !room)
        return unchanged(room.error());
    const auto writer = SlotWriter::derive(protectors);
    if (!writer)
        return unchanged(writer.error());
    if (const auto whole = verify(layout.database(), *current->raw); !whole)
        return unchanged(whole.error());

    Rekeying rekeying(disk, layout, std::move(*current), *writer);
    if (const auto prepared = rekeying.prepare(random); !prepared)
        return unchanged(prepared.error());
    if (const auto removed = removeMigrationCopies(disk, layout); !removed)
        return unchanged(removed.error());
    if (const auto published = rekeying.publishBoth(); !published)
        return unchanged(published.error());
    if (const auto changed = rekeying.changeFile(told); !changed)
        return {rekeying.keysOfBoth(std::move(keys)), changed.error()};
    if (const auto published = rekeying.publishNew(); !published)
        return {rekeying.keysOfBoth(std::move(keys)), published.error()};
    return {rekeying.newKeys(), std::nullopt};
}

} // namespace rapport::vault
