// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include <QByteArray>
#include <QString>

#include "core/vault/SecretBytes.h"

// The room's only way to libsodium: each primitive once, with its parameters
// spelt out, so that published vectors can prove them.

namespace rapport::vault::crypto {

/// Whether the library is usable. Cheap; to be asked before anything else.
bool isReady();

/// Overwrites memory in a way that the compiler does not leave out.
void wipe(std::span<std::byte> bytes);

/// Overwrites a text that is not shared with another QString; leaves it empty.
void wipe(QString &text);
void wipe(QByteArray &bytes);

/// Argon2id 1.3, one lane, 32 bytes out. Empty when there is no memory. The
/// caller has looked at the numbers.
SecretBytes argon2id(std::span<const std::byte> secret, std::span<const std::byte, 16> salt,
                     std::uint32_t ops, std::uint32_t memKib);

inline constexpr std::size_t keySize = 32;
inline constexpr std::size_t nonceSize = 24;
inline constexpr std::size_t tagSize = 16;

/// XChaCha20-Poly1305-IETF: message ‖ tag into sealed, which is tagSize longer.
bool seal(std::span<const std::byte, keySize> key, std::span<const std::byte, nonceSize> nonce,
          std::span<const std::byte> additional, std::span<const std::byte> message,
          std::span<std::byte> sealed);

/// The message, or nothing when the tag is not right.
std::optional<SecretBytes> open(std::span<const std::byte, keySize> key,
                                std::span<const std::byte, nonceSize> nonce,
                                std::span<const std::byte> additional, std::span<const std::byte> sealed);

/// Keyed BLAKE2b; digest of 16 … 64 bytes, key of 16 … 64.
bool keyedHash(std::span<const std::byte> key, std::span<const std::byte> message,
               std::span<std::byte> digest);

/// Equality that takes the same time for any content.
bool equal(std::span<const std::byte> a, std::span<const std::byte> b);

} // namespace rapport::vault::crypto
