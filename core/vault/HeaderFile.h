// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

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

/// The headers that can be read, the copy second and only if it differs. At
/// least one, or the error: NewerVersion as soon as either file is newer, else
/// what is wrong with vault.json. Reads only.
Result<std::vector<VaultHeader>> readHeaders(const Disk &disk, const Files &files);

} // namespace rapport::vault
