// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Upkeep.h"

#include <algorithm>

#include <QRegularExpression>

namespace rapport::vault {

namespace {

using storage::Database;

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
}

/// What a kill leaves beside a file that was being replaced.
void removeLeftOver(Disk &disk, const QString &path)
{
    const QString temporary = path + QLatin1String(".tmp");
    const auto entry = disk.look(temporary);
    if (entry && entry->kind == Disk::Kind::File)
        static_cast<void>(disk.remove(temporary));
}

/// The header that both files should hold, if that is known: the one that was
/// opened, without the generation that a rekey did not reach or has left.
std::optional<VaultHeader> settled(const std::vector<VaultHeader> &headers, std::uint64_t seq,
                                   const SecretBytes &dbk, const Database &database)
{
    const auto opened = std::find_if(headers.begin(), headers.end(), [&](const VaultHeader &one) {
        return one.seq == seq && generationOf(one, dbk);
    });
    if (opened == headers.end())
        return std::nullopt;
    // The other one was written earlier or later; it is overruled by a later
    // number, so that no reader is in doubt.
    VaultHeader header = *opened;
    header.seq = latestSeq(headers, dbk);
    const std::size_t generation = *generationOf(*opened, dbk);
    if (header.seq == opened->seq && header.generations.size() == 1)
        return header;
    if (header.generations[generation].state == Generation::State::Incoming && !database.verify())
        return std::nullopt;
    auto only = onlyGeneration(header, generation, dbk);
    return only ? std::optional(std::move(*only)) : std::nullopt;
}

} // namespace

void settleHeaders(Disk &disk, const Files &files, const Keys &keys, const OpenFile &opened)
{
    removeLeftOver(disk, files.header);
    removeLeftOver(disk, files.headerCopy);
    const auto first = readHeader(disk, files.header);
    const auto second = readHeader(disk, files.headerCopy);
    const bool equal = first && second && *first == *second;
    if (equal && first->generations.size() == 1)
        return;
    std::vector<VaultHeader> headers;
    for (const auto &one : {first, second}) {
        if (one)
            headers.push_back(*one);
    }
    const SecretBytes dbk = databaseKey(*opened.raw);
    const auto header = settled(headers, keys.seq, dbk, *opened.database);
    if (!header)
        return;
    static_cast<void>(publishHeader(disk, files, *header, [&dbk](const VaultHeader &written) {
        return generationOf(written, dbk).has_value();
    }));
}

Result<void> copyBeforeMigration(Disk &disk, const Layout &layout, int version, const SecretBytes &raw)
{
    const auto entry = disk.look(layout.database());
    if (!entry)
        return tl::unexpected(entry.error());
    // A migration may rewrite every page, and its journal keeps the old ones.
    const auto room = disk.room(layout.vault());
    if (room && *room < 4 * entry->size)
        return failed(Error::DiskFull);
    const QString copy = layout.premigrateCopy(version);
    if (const auto copied = disk.copy(layout.database(), copy); !copied)
        return copied;
    const auto opened =
        Database::open(copy, raw.bytes().first<storage::RawKey::extent>(), Database::Mode::ReadOnly);
    if (!opened)
        return tl::unexpected(errorOf(opened.error()));
    if ((*opened)->schemaVersion() != version)
        return failed(Error::CannotWrite);
    return {};
}

Result<void> removeMigrationCopies(Disk &disk, const Layout &layout)
{
    const auto names = disk.list(layout.vault());
    if (!names)
        return tl::unexpected(names.error());
    static const QRegularExpression copyName(QStringLiteral("\\Apremigrate-[0-9]+\\.db(\\.tmp)?\\z"));
    for (const QString &name : *names) {
        if (!copyName.match(name).hasMatch())
            continue;
        if (const auto removed = disk.remove(layout.vault() + u'/' + name); !removed)
            return removed;
    }
    return {};
}

} // namespace rapport::vault
