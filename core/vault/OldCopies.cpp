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

Result<std::vector<domain::Uid>> removeOldCopies(Disk &disk, const Layout &layout)
{
    const Inspection found = inspect(disk, layout);
    if (found.finding != Inspection::Vault)
        return tl::unexpected(Error{Error::Refused});
    // A restore that is not quite over would leave the old vault in vault.new/.
    if (const auto finished = finishTakingOver(disk, layout); !finished)
        return tl::unexpected(finished.error());
    if (const auto cleared = clearNewVault(disk, layout, found.vaultId); !cleared)
        return tl::unexpected(cleared.error());
    const auto folders = setAsideFolders(disk, layout);
    const auto givenUp = isGivenUp(disk, layout);
    if (!folders || !givenUp)
        return tl::unexpected(!folders ? folders.error() : givenUp.error());
    std::vector<domain::Uid> removed;
    for (const QString &folder : *folders) {
        const auto headers = readHeaders(disk, {folder + QLatin1String("/vault.json"),
                                                folder + QLatin1String("/vault.json.bak"),
                                                folder + QLatin1String("/rapport.db")});
        if (const auto gone = removeFolder(disk, folder); !gone)
            return tl::unexpected(gone.error());
        if (headers && headers->front().vaultId != found.vaultId)
            removed.push_back(headers->front().vaultId);
    }
    if (const auto gone = removeFolder(disk, layout.quarantine()); !gone)
        return tl::unexpected(gone.error());
    if (*givenUp) {
        if (const auto gone = removeFolder(disk, layout.salvage()); !gone)
            return tl::unexpected(gone.error());
    }
    return removed;
}

} // namespace rapport::vault
