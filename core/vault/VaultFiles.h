// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "core/storage/Database.h"
#include "core/vault/HeaderFile.h"
#include "core/vault/Layout.h"
#include "core/vault/Protector.h"
#include "core/vault/Vault.h"

// What the parts of this room share about one vault's three files, wherever
// they lie. Nobody outside the room needs it.

namespace rapport::vault {

Files filesOf(const Layout &layout);    ///< in vault/
Files newFilesOf(const Layout &layout); ///< in vault.new/

Error errorOf(const storage::Error &error);

/// DBK ‖ db_salt, as SQLCipher takes it. Empty when there is no memory.
SecretBytes rawKey(const SecretBytes &dbk, const Generation &generation);

/// Whether a database key makes the header's tag for its generation.
bool isAuthentic(const VaultHeader &header, std::size_t generation, const SecretBytes &dbk);

/// The raw keys, by whichever header the protector opens. WrongKey when no
/// slot opens; HeaderDamaged when one did, but the tag over the whole is not
/// right or the same key does not open the other generation. Each different
/// set of parameters is derived once.
Result<Keys> unlockFiles(const Disk &disk, const Files &files, const Protector &protector);

Result<std::unique_ptr<storage::Database>> openFiles(const Disk &disk, const Files &files, const Keys &keys);

} // namespace rapport::vault
