// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/vault/Error.h"
#include "core/vault/Passphrase.h"
#include "core/vault/SecretBytes.h"
#include "core/vault/VaultHeader.h"

namespace rapport::vault {

/// What opens a vault: with its parameters, so that a slot can be made of it.
struct Protector
{
    SlotType type = SlotType::Keychain;
    SecretBytes secret;       ///< the key store's 32 bytes; the passphrase; the PIN's digits in ASCII; the 16
                              ///< bytes of the recovery code
    std::optional<Kdf> kdf{}; ///< of all but the key store's
    SecretBytes pepper{};     ///< of a PIN: the 32 bytes in the key store, without which it opens nothing

    static Protector keychain(SecretBytes kek);
    static Protector passphrase(SecretBytes passphrase, const Kdf &kdf);
    static Protector pin(SecretBytes pin, SecretBytes kek, const Kdf &kdf);
    static Protector recovery(SecretBytes code, const Kdf &kdf);

    /// The key-encryption key of the slot that is made of it. Takes one
    /// Argon2id where there is a kdf: for the KDF thread. Internal where the
    /// parts do not go together or memory is short.
    Result<SecretBytes> kek() const;

    /// The key-encryption key of a slot that is there, by its own parameters.
    Result<SecretBytes> kekFor(const Slot &slot) const;
};

} // namespace rapport::vault
