// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Crypto.h"

#include <sodium.h>

#include "core/domain/GuiThread.h"

namespace rapport::vault::crypto {

namespace {

const unsigned char *raw(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(std::span<std::byte> bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// Overwrites, when a calculation ends, the stack that it worked on: libsodium
/// wipes its states, and leaves the words of a key that it held in variables.
class StackWiped
{
public:
    StackWiped() = default;
    ~StackWiped() { sodium_stackzero(deepest); }
    StackWiped(const StackWiped &) = delete;
    StackWiped &operator=(const StackWiped &) = delete;

private:
    static constexpr std::size_t deepest = std::size_t{16} * 1024; // bytes; Argon2id takes about 6,000
};

} // namespace

bool isReady()
{
    static const bool ready = sodium_init() >= 0; // 1 means: was ready before
    return ready;
}

void wipe(std::span<std::byte> bytes)
{
    if (!bytes.empty())
        sodium_memzero(bytes.data(), bytes.size());
}

void wipe(QString &text)
{
    // data() of a shared text would make a copy, and that one would be wiped.
    if (text.isDetached())
        wipe(std::as_writable_bytes(std::span(text.data(), static_cast<std::size_t>(text.size()))));
    text = QString();
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        wipe(std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))));
    bytes = QByteArray();
}

SecretBytes argon2id(std::span<const std::byte> secret, std::span<const std::byte, 16> salt,
                     std::uint32_t ops, std::uint32_t memKib)
{
    domain::mayWait("a key derivation");
    const StackWiped wiped;
    static_assert(crypto_pwhash_argon2id_SALTBYTES == 16);
    SecretBytes key(keySize);
    if (key.isEmpty() || !isReady())
        return {};
    const int failed = crypto_pwhash_argon2id(
        raw(key.bytes()), key.size(), reinterpret_cast<const char *>(raw(secret)), secret.size(), raw(salt),
        ops, std::size_t{memKib} * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13);
    if (failed)
        return {};
    return key;
}

bool seal(std::span<const std::byte, keySize> key, std::span<const std::byte, nonceSize> nonce,
          std::span<const std::byte> additional, std::span<const std::byte> message,
          std::span<std::byte> sealed)
{
    const StackWiped wiped;
    static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == keySize);
    static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == nonceSize);
    static_assert(crypto_aead_xchacha20poly1305_ietf_ABYTES == tagSize);
    if (!isReady() || sealed.size() != message.size() + tagSize)
        return false;
    return crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(message), message.size(),
                                                      raw(additional), additional.size(), nullptr, raw(nonce),
                                                      raw(key)) == 0;
}

std::optional<SecretBytes> open(std::span<const std::byte, keySize> key,
                                std::span<const std::byte, nonceSize> nonce,
                                std::span<const std::byte> additional, std::span<const std::byte> sealed)
{
    const StackWiped wiped;
    if (!isReady() || sealed.size() <= tagSize)
        return std::nullopt;
    SecretBytes message(sealed.size() - tagSize);
    if (message.isEmpty())
        return std::nullopt;
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(message.bytes()), nullptr, nullptr,
                                                                  raw(sealed), sealed.size(), raw(additional),
                                                                  additional.size(), raw(nonce), raw(key));
    if (failed)
        return std::nullopt;
    return message;
}

bool keyedHash(std::span<const std::byte> key, std::span<const std::byte> message,
               std::span<std::byte> digest)
{
    const StackWiped wiped;
    const bool sizesFit = digest.size() >= crypto_generichash_blake2b_BYTES_MIN &&
                          digest.size() <= crypto_generichash_blake2b_BYTES_MAX &&
                          key.size() >= crypto_generichash_blake2b_KEYBYTES_MIN &&
                          key.size() <= crypto_generichash_blake2b_KEYBYTES_MAX;
    if (!isReady() || !sizesFit)
        return false;
    return crypto_generichash_blake2b(raw(digest), digest.size(), raw(message), message.size(), raw(key),
                                      key.size()) == 0;
}

struct Hash::State
{
    crypto_generichash_blake2b_state blake2b;
};

Hash::Hash()
    : m_state(std::make_unique<State>())
{
    isReady();
    crypto_generichash_blake2b_init(&m_state->blake2b, nullptr, 0, 32);
}

Hash::~Hash() = default;

void Hash::add(std::span<const std::byte> bytes)
{
    if (!bytes.empty())
        crypto_generichash_blake2b_update(&m_state->blake2b, raw(bytes), bytes.size());
}

std::array<std::byte, 32> Hash::digest()
{
    std::array<std::byte, 32> made{};
    crypto_generichash_blake2b_final(&m_state->blake2b, raw(std::span<std::byte>(made)), made.size());
    return made;
}

namespace {

using StreamState = crypto_secretstream_xchacha20poly1305_state;

StreamState *streamState(SecretBytes &bytes)
{
    return reinterpret_cast<StreamState *>(bytes.bytes().data());
}

} // namespace

Stream::Stream(std::span<const std::byte, keySize> key, std::span<const std::byte, streamHeaderSize> header)
    : m_state(sizeof(StreamState))
{
    static_assert(crypto_secretstream_xchacha20poly1305_KEYBYTES == keySize);
    static_assert(crypto_secretstream_xchacha20poly1305_HEADERBYTES == streamHeaderSize);
    static_assert(crypto_secretstream_xchacha20poly1305_ABYTES == streamOverhead);
    static_assert(alignof(StreamState) == 1); // or the bytes would have to be aligned
    if (!isReady() || m_state.isEmpty() ||
        crypto_secretstream_xchacha20poly1305_init_pull(streamState(m_state), raw(header), raw(key)) != 0)
        m_state = {};
}

bool Stream::seal(std::span<const std::byte> message, std::span<const std::byte> additional, bool last,
                  std::span<std::byte> sealed)
{
    if (m_state.isEmpty() || sealed.size() != message.size() + streamOverhead)
        return false;
    const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                   : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    return crypto_secretstream_xchacha20poly1305_push(streamState(m_state), raw(sealed), nullptr,
                                                      raw(message), message.size(), raw(additional),
                                                      additional.size(), tag) == 0;
}

Stream::Opened Stream::open(std::span<const std::byte> sealed, std::span<const std::byte> additional,
                            std::span<std::byte> message)
{
    if (m_state.isEmpty() || sealed.size() != message.size() + streamOverhead)
        return Opened::No;
    unsigned char tag = 0;
    const int failed = crypto_secretstream_xchacha20poly1305_pull(streamState(m_state), raw(message), nullptr,
                                                                  &tag, raw(sealed), sealed.size(),
                                                                  raw(additional), additional.size());
    if (failed)
        return Opened::No;
    switch (tag) {
    case crypto_secretstream_xchacha20poly1305_TAG_MESSAGE:
        return Opened::Middle;
    case crypto_secretstream_xchacha20poly1305_TAG_FINAL:
        return Opened::Last;
    default:
        return Opened::No; // nothing here writes the other two
    }
}

bool equal(std::span<const std::byte> a, std::span<const std::byte> b)
{
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace rapport::vault::crypto
