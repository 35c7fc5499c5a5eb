// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Erasing.h"

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

} // namespace rapport::vault
