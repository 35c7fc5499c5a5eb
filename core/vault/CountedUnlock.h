// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/vault/Attempts.h"
#include "core/vault/Vault.h"

namespace rapport::vault {

/// One try with something that a person typed.
struct CountedTry
{
    Result<Keys> keys = tl::unexpected(Error{Error::WrongKey});
    bool looked = false; ///< false while a wait from earlier runs: then nothing was derived
    qint64 waitMs = 0;   ///< so long no further try is looked at, from now on; only where keys has WrongKey
};

/// unlock(), with every wrong try counted and, from the fifth on, a wait after
/// it. The count is written before the key is derived, and taken back when it
/// was right; where it cannot be written nothing is looked at, and the error
/// says why. Takes one Argon2id: for the KDF thread.
CountedTry unlockCounted(Disk &disk, const Layout &layout, const Protector &protector, const BootTime &now);

} // namespace rapport::vault
