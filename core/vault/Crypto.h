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

/// Plain BLAKE2b-256 over any number of pieces. Empty pieces are allowed.
class Hash
{
public:
    Hash();
    ~Hash();
    Hash(const Hash &) = delete;
    Hash &operator=(const Hash &) = delete;

    void add(std::span<const std::byte> bytes);

    /// The digest; nothing may be added after it.
    std::array<std::byte, 32> digest();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

inline constexpr std::size_t streamHeaderSize = 24;
inline constexpr std::size_t streamOverhead = 17; ///< of each message: its tag, then the authenticator

/// One direction of libsodium's secretstream (XChaCha20-Poly1305): messages
/// that can only be opened in their order, the last one marked. The header is
/// 24 random bytes, written before the first message; a key is used with one
/// header only. The library draws the header itself when it seals; here it is
/// handed in, as all chance is, and both directions begin alike.
class Stream
{
public:
    Stream(std::span<const std::byte, keySize> key, std::span<const std::byte, streamHeaderSize> header);

    /// The next message into sealed, which is streamOverhead longer.
    bool seal(std::span<const std::byte> message, std::span<const std::byte> additional, bool last,
              std::span<std::byte> sealed);

    enum class Opened {
        No, ///< not what was sealed, or not at this place
        Middle,
        Last, ///< nothing may follow
    };

    /// The next message, which is streamOverhead shorter than sealed.
    Opened open(std::span<const std::byte> sealed, std::span<const std::byte> additional,
                std::span<std::byte> message);

private:
    SecretBytes m_state; // empty when there was no memory
};

/// Equality that takes the same time for any content.
bool equal(std::span<const std::byte> a, std::span<const std::byte> b);

} // namespace rapport::vault::crypto
