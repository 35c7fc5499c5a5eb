// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "platform/KeyStore.h"

namespace rapport::platform::keychain {

/// Writes zeros that the compiler may not leave out.
inline void wipe(std::span<std::byte> bytes)
{
    for (volatile std::byte &byte : bytes)
        byte = std::byte{0};
}

/// Room for one secret, of a fixed size so that it never moves; wiped at its
/// end. Not copyable: pass it by shared_ptr where a closure must be.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::span<const std::byte> bytes)
        : m_size{std::min(bytes.size(), m_bytes.size())}
    {
        std::copy_n(bytes.begin(), m_size, m_bytes.begin());
    }
    ~SecretBytes() { wipe(m_bytes); }
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    std::span<const std::byte> bytes() const { return {m_bytes.data(), m_size}; }

    bool operator==(const SecretBytes &other) const { return std::ranges::equal(bytes(), other.bytes()); }

private:
    std::array<std::byte, KeyStore::maxSize> m_bytes{};
    std::size_t m_size = 0;
};

} // namespace rapport::platform::keychain
