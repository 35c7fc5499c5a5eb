// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <span>

class QByteArray;
class QString;

namespace rapport::vault {

/// Bytes that nobody else may learn: a key, or a passphrase as typed.
///
/// Owning, movable, not copyable. The memory is locked against swapping where
/// the system allows it, stands between guard pages, stays out of core dumps
/// and is zeroed before it is given back. There is no way from here to a
/// QString or a QByteArray. Equality takes the same time for any content.
/// May be moved between threads; not to be used by two at once. A std::function
/// must be copyable: keep one in a std::shared_ptr to capture it.
class SecretBytes
{
public:
    /// Empty.
    SecretBytes() noexcept = default;

    /// That many zero bytes; empty when the system has no memory left.
    explicit SecretBytes(std::size_t size);

    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    /// A copy of bytes that stay someone else's to wipe.
    static SecretBytes copyOf(std::span<const std::byte> bytes);

    /// Takes over what a key store answered and wipes it, as far as no other
    /// QByteArray shares it.
    static SecretBytes takeFrom(QByteArray &bytes);

    /// A passphrase as it was typed, in Unicode normalisation form C (so that
    /// two keyboards give the same key) and UTF-8. Wipes the text it is given,
    /// as far as no other QString shares it, and leaves it empty.
    static SecretBytes fromUtf8(QString &typed);

    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    std::span<const std::byte> bytes() const { return {m_data, m_size}; }
    std::span<std::byte> bytes() { return {m_data, m_size}; }

    bool operator==(const SecretBytes &other) const;

private:
    std::byte *m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace rapport::vault
