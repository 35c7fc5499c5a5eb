// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/storage/Error.h"

namespace rapport::storage {

/// What a result code of the library means for a person.
/// \param extendedCode SQLite's extended result code
/// \param systemError the errno behind an I/O error, or 0: a file size limit
///        or a quota is a full disk to a person, but an I/O error to SQLite
Error::Kind errorKind(int extendedCode, int systemError);

} // namespace rapport::storage
