// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Vault.h"

#include <algorithm>

#include "core/vault/HeaderFile.h"
#include "core/vault/SetAside.h"

namespace rapport::vault {

namespace {

Inspection failedWith(Error::Kind kind)
{
    return {.finding = Inspection::Failed, .error = {kind}};
}

/// Whether a vault was set aside whose successor never came.
bool hasSetAside(const std::vector<QString> &names)
{
    return std::any_of(names.begin(), names.end(),
                       [](const QString &name) { return name.startsWith(QLatin1String("vault.old-")); });
}

bool has(const std::vector<QString> &names, QLatin1String name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

Inspection inspectVault(const Disk &disk, const Layout &layout)
{
    const auto headers = readHeaders(disk, {layout.header(), layout.headerCopy(), layout.database()});
    if (!headers)
        return {.finding = Inspection::Failed, .error = headers.error()};
    const auto database = disk.look(layout.database());
    if (!database)
        return {.finding = Inspection::Failed, .error = database.error()};
    if (database->kind == Disk::Kind::Absent || (database->kind == Disk::Kind::File && database->size == 0))
        return failedWith(Error::DatabaseMissing);
    if (database->kind != Disk::Kind::File)
        return failedWith(Error::DatabaseDamaged);
    // Either copy may be the one that opens, so a way that one of them offers is a way.
    const auto offers = [&](SlotType type) {
        return std::any_of(headers->begin(), headers->end(),
                           [type](const VaultHeader &one) { return one.has(type); });
    };
    return {.finding = Inspection::Vault,
            .error = {},
            .vaultId = headers->front().vaultId,
            .keychain = offers(SlotType::Keychain),
            .passphrase = offers(SlotType::Passphrase),
            .pin = offers(SlotType::Pin),
            .recovery = offers(SlotType::Recovery)};
}

} // namespace

Inspection inspect(const Disk &disk, const Layout &layout)
{
    const auto root = disk.look(layout.root());
    if (!root)
        return {.finding = Inspection::Failed, .error = root.error()};
    if (root->kind == Disk::Kind::Absent)
        return {.finding = Inspection::Nothing};
    const auto beside = disk.list(layout.root());
    if (!beside)
        return {.finding = Inspection::Failed, .error = beside.error()};

    const auto vault = disk.look(layout.vault());
    if (!vault)
        return {.finding = Inspection::Failed, .error = vault.error()};
    if (vault->kind != Disk::Kind::Absent && vault->kind != Disk::Kind::Directory)
        return failedWith(Error::DatabaseMissing); // a link to where nothing is, say: not ours to replace
    const auto inside = disk.list(layout.vault());
    if (!inside)
        return {.finding = Inspection::Failed, .error = inside.error()};
    if (inside->empty()) {
        const auto waiting = isTakingOver(disk, layout);
        if (!waiting)
            return {.finding = Inspection::Failed, .error = waiting.error()};
        return *waiting || hasSetAside(*beside) ? failedWith(Error::DatabaseMissing)
                                                : Inspection{.finding = Inspection::Nothing};
    }
    const bool known = has(*inside, QLatin1String("vault.json")) ||
                       has(*inside, QLatin1String("vault.json.bak")) ||
                       has(*inside, QLatin1String("rapport.db"));
    // Anything else in there, a premigrate copy say, is a person's too.
    return known ? inspectVault(disk, layout) : failedWith(Error::DatabaseMissing);
}

} // namespace rapport::vault
