// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Erasing.h"

#include <algorithm>

#include "core/vault/HeaderFile.h"

namespace rapport::vault {

namespace {

/// Our folders hold files, and folders of files; a loop of links ends here.
constexpr int deepest = 4;

/// First what makes the rest unreadable.
bool goesFirst(const QString &name)
{
    return name.startsWith(QLatin1String("vault.json"));
}

Result<void> removeContent(Disk &disk, const QString &path, int depth);

/// A link goes, not what it leads to: so a folder is looked into only once it
/// did not go by itself.
Result<void> removeTree(Disk &disk, const QString &path, int depth)
{
    const auto gone = disk.remove(path);
    if (gone || depth == deepest)
        return gone;
    const auto entry = disk.look(path);
    if (!entry || entry->kind != Disk::Kind::Directory)
        return gone;
    if (const auto emptied = removeContent(disk, path, depth); !emptied)
        return emptied;
    return disk.remove(path);
}

Result<void> removeContent(Disk &disk, const QString &path, int depth)
{
    const auto names = disk.list(path);
    if (!names)
        return tl::unexpected(names.error());
    for (const bool first : {true, false}) {
        for (const QString &name : *names) {
            if (goesFirst(name) != first)
                continue;
            if (const auto gone = removeTree(disk, path + QLatin1Char('/') + name, depth + 1); !gone)
                return gone;
        }
    }
    return {};
}

bool isOurs(const QString &name)
{
    static constexpr const char *names[] = {"vault",      "vault.new", "backup.new", "restore.new",
                                            "quarantine", "attempts",  "salvage"};
    for (const char *ours : names) {
        if (name == QLatin1String(ours))
            return true;
    }
    return name.startsWith(QLatin1String("vault.old-"));
}

constexpr std::size_t mostIds = 64;
constexpr qint64 longestIds = 4096;

struct Vaults
{
    std::vector<domain::Uid> ids; ///< of those whose headers tell
    bool all = true;              ///< they do
};

/// Every vault under the root, unfinished ones too.
Vaults vaultsIn(const Disk &disk, const Layout &layout)
{
    Vaults vaults;
    const auto names = disk.list(layout.root());
    if (!names)
        return {{}, false};
    for (const QString &name : *names) {
        if (!name.startsWith(QLatin1String("vault")))
            continue;
        const QString folder = layout.root() + QLatin1Char('/') + name;
        const auto headers = readHeaders(disk, {folder + QLatin1String("/vault.json"),
                                                folder + QLatin1String("/vault.json.bak"),
                                                folder + QLatin1String("/rapport.db")});
        vaults.all = vaults.all && headers;
        if (headers)
            vaults.ids.push_back(headers->front().vaultId);
    }
    return vaults;
}

/// Where they cannot be written down, as on a full disk, the words go all the
/// same: a key that opens nothing is the smaller harm.
void writeKeysToForget(Disk &disk, const Layout &layout)
{
    auto ids = vaultsIn(disk, layout).ids;
    const auto earlier = keysToForget(disk, layout); // which the key store did not answer
    ids.insert(ids.end(), earlier.begin(), earlier.end());
    ids.resize(std::min(ids.size(), mostIds));
    QByteArray lines;
    for (const domain::Uid &id : ids)
        lines += id.toString().toLatin1() + '\n';
    if (!lines.isEmpty())
        static_cast<void>(disk.write(layout.keysToForget(), lines));
}

/// The folder `erasing` is the mark of it: it goes last.
Result<void> eraseAll(Disk &disk, const Layout &layout)
{
    const auto names = disk.list(layout.root());
    if (!names)
        return tl::unexpected(names.error());
    for (const QString &name : *names) {
        if (!isOurs(name))
            continue;
        if (const auto gone = removeFolder(disk, layout.root() + QLatin1Char('/') + name); !gone)
            return gone;
    }
    return removeFolder(disk, layout.erasing());
}

} // namespace

Result<void> removeFolder(Disk &disk, const QString &path)
{
    const auto entry = disk.look(path);
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind == Disk::Kind::Directory) {
        if (const auto emptied = removeContent(disk, path, 0); !emptied)
            return emptied;
    }
    return disk.remove(path);
}

Result<void> eraseEverything(Disk &disk, const Layout &layout)
{
    const auto vault = disk.look(layout.vault());
    if (!vault)
        return tl::unexpected(vault.error());
    writeKeysToForget(disk, layout);
    const auto begun = vault->kind == Disk::Kind::Directory
                           ? disk.renameDirectory(layout.vault(), layout.erasing())
                           : disk.makeDirectory(layout.erasing());
    if (!begun)
        return begun;
    return eraseAll(disk, layout);
}

Result<void> finishErasing(Disk &disk, const Layout &layout)
{
    const auto begun = disk.look(layout.erasing());
    if (!begun)
        return tl::unexpected(begun.error());
    if (begun->kind == Disk::Kind::Absent)
        return {};
    // A vault beside it was made afterwards, or the mark is not ours to judge:
    // only what was renamed goes.
    const auto vault = disk.look(layout.vault());
    if (!vault)
        return tl::unexpected(vault.error());
    if (vault->kind != Disk::Kind::Absent)
        return removeFolder(disk, layout.erasing());
    return eraseAll(disk, layout);
}

std::vector<domain::Uid> keysToForget(const Disk &disk, const Layout &layout)
{
    const auto file = disk.read(layout.keysToForget(), longestIds);
    const auto erasing = disk.look(layout.erasing());
    // A vault whose header does not tell may be any of them.
    const Vaults there = vaultsIn(disk, layout);
    if (!file || !erasing || erasing->kind != Disk::Kind::Absent || !there.all)
        return {};
    std::vector<domain::Uid> ids;
    for (const QByteArray &line : file->split('\n')) {
        const auto id = domain::Uid::fromString(QString::fromLatin1(line));
        if (id && ids.size() < mostIds)
            ids.push_back(*id);
    }
    std::erase_if(ids, [&](const domain::Uid &id) {
        return std::find(there.ids.begin(), there.ids.end(), id) != there.ids.end();
    });
    return ids;
}

Result<void> forgetKeysToForget(Disk &disk, const Layout &layout)
{
    return disk.remove(layout.keysToForget());
}

} // namespace rapport::vault
