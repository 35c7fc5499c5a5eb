// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/OldCopies.h"

#include "core/vault/Erasing.h"
#include "core/vault/HeaderFile.h"
#include "core/vault/SetAside.h"
#include "core/vault/Vault.h"
#include "core/vault/VaultFiles.h"

namespace rapport::vault {

namespace {

const QLatin1String setAsidePrefix{"vault.old-"};

/// All of them: setAside() knows only those whose names tell their time.
Result<std::vector<QString>> setAsideFolders(const Disk &disk, const Layout &layout)
{
    const auto names = disk.list(layout.root());
    if (!names)
        return tl::unexpected(names.error());
    std::vector<QString> found;
    for (const QString &name : *names) {
        if (name.startsWith(setAsidePrefix))
            found.push_back(layout.root() + QLatin1Char('/') + name);
    }
    return found;
}

Result<bool> holdsSomething(const Disk &disk, const QString &folder)
{
    const auto names = disk.list(folder);
    if (!names)
        return tl::unexpected(names.error());
    return !names->empty();
}

/// A salvage that is on its way to vault/ is no copy, but what opens next.
Result<bool> isGivenUp(const Disk &disk, const Layout &layout)
{
    const auto mark = disk.look(layout.salvageMark());
    if (!mark)
        return tl::unexpected(mark.error());
    return mark->kind == Disk::Kind::Absent ? holdsSomething(disk, layout.salvage()) : Result<bool>(false);
}

/// The ids are those of the vaults that are gone, but for the one that is there.
Result<void> removeSetAside(Disk &disk, const Layout &layout, const domain::Uid &current,
                            std::vector<domain::Uid> &removed)
{
    const auto folders = setAsideFolders(disk, layout);
    if (!folders)
        return tl::unexpected(folders.error());
    for (const QString &folder : *folders) {
        const auto headers = readHeaders(disk, {folder + QLatin1String("/vault.json"),
                                                folder + QLatin1String("/vault.json.bak"),
                                                folder + QLatin1String("/rapport.db")});
        if (const auto gone = removeFolder(disk, folder); !gone)
            return gone;
        if (headers && headers->front().vaultId != current)
            removed.push_back(headers->front().vaultId);
    }
    return {};
}

} // namespace

Result<OldCopies> oldCopies(const Disk &disk, const Layout &layout)
{
    const auto folders = setAsideFolders(disk, layout);
    const auto kept = holdsSomething(disk, layout.quarantine());
    const auto givenUp = isGivenUp(disk, layout);
    const auto unfinished = holdsSomething(disk, layout.newVault());
    if (!folders)
        return tl::unexpected(folders.error());
    for (const auto *looked : {&kept, &givenUp, &unfinished}) {
        if (!*looked)
            return tl::unexpected(looked->error());
    }
    return OldCopies{static_cast<int>(folders->size()), *kept || *givenUp || *unfinished};
}

RemovedCopies removeOldCopies(Disk &disk, const Layout &layout)
{
    RemovedCopies removed;
    removed.all = [&]() -> Result<void> {
        const Inspection found = inspect(disk, layout);
        if (found.finding != Inspection::Vault)
            return tl::unexpected(Error{Error::Refused});
        // A restore that is not quite over would leave the old vault in vault.new/.
        if (const auto finished = finishTakingOver(disk, layout); !finished)
            return finished;
        if (const auto cleared = clearNewVault(disk, layout, found.vaultId); !cleared)
            return cleared;
        const auto givenUp = isGivenUp(disk, layout);
        if (!givenUp)
            return tl::unexpected(givenUp.error());
        if (const auto gone = removeSetAside(disk, layout, found.vaultId, removed.vaults); !gone)
            return gone;
        if (const auto gone = removeFolder(disk, layout.quarantine()); !gone || !*givenUp)
            return gone;
        return removeFolder(disk, layout.salvage());
    }();
    return removed;
}

} // namespace rapport::vault
