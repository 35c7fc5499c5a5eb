// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <vector>

#include "core/vault/Disk.h"
#include "core/vault/VaultHeader.h"

namespace rapport::vault {

/// The three files of one vault, in vault/ or in vault.new/.
struct Files
{
    QString header;
    QString headerCopy;
    QString database;
};

/// One header. HeaderDamaged where there is no file.
Result<VaultHeader> readHeader(const Disk &disk, const QString &path);

/// Whether a header that was read back does what it is for.
using Proof = std::function<bool(const VaultHeader &)>;

/// Makes a header the vault's. First vault.json is replaced, read back and
/// proven, then its copy likewise; a file that has this content already stays.
/// After a failure both are what they were; where the disk does not even let
/// that happen, or after a kill, each is one or the other, whole.
Result<void> publishHeader(Disk &disk, const Files &files, const VaultHeader &header, const Proof &proof);

/// The headers that can be read, the copy second and only if it differs. At
/// least one, or the error: NewerVersion as soon as either file is newer, else
/// what is wrong with vault.json. Reads only.
Result<std::vector<VaultHeader>> readHeaders(const Disk &disk, const Files &files);

} // namespace rapport::vault
