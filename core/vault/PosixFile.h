// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "core/vault/Disk.h"

// What the parts of the POSIX file system share. Nobody outside it needs it.

namespace rapport::vault::posix {

/// What an errno means.
Error errorOf(int code);

Result<std::unique_ptr<Disk::Output>> createFile(const QString &path);
Result<std::unique_ptr<Disk::Input>> openFile(const QString &path);

} // namespace rapport::vault::posix
