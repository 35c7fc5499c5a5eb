// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/SecretBytes.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <QByteArray>
#include <QString>
#include <QStringEncoder>

#include <sodium.h>

#include "core/vault/Crypto.h"

namespace rapport::vault {

SecretBytes::SecretBytes(std::size_t size)
{
    if (size == 0 || !crypto::isReady())
        return;
    // The allocation locks its pages and asks to be left out of core dumps; it
    // goes on without where the system's limit for locked memory is reached.
    m_data = static_cast<std::byte *>(sodium_malloc(size));
    if (!m_data)
        return;
    m_size = size;
    std::memset(m_data, 0, size);
}

SecretBytes::~SecretBytes()
{
    sodium_free(m_data); // zeroes first
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    SecretBytes taken(std::move(other)); // what was here before dies with it
    std::swap(m_data, taken.m_data);
    std::swap(m_size, taken.m_size);
    return *this;
}

SecretBytes SecretBytes::copyOf(std::span<const std::byte> bytes)
{
    SecretBytes copy(bytes.size());
    if (!copy.isEmpty())
        std::memcpy(copy.m_data, bytes.data(), bytes.size());
    return copy;
}

SecretBytes SecretBytes::takeFrom(QByteArray &bytes)
{
    SecretBytes taken =
        copyOf(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    crypto::wipe(bytes);
    return taken;
}

SecretBytes SecretBytes::fromUtf8(QString &typed)
{
    const bool ascii = std::all_of(typed.cbegin(), typed.cend(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii) {
        QString composed = typed.normalized(QString::NormalizationForm_C);
        std::swap(composed, typed);
        crypto::wipe(composed);
    }
    // Encoding straight into locked memory leaves no QByteArray behind.
    QStringEncoder encoder(QStringEncoder::Utf8);
    SecretBytes roomy(static_cast<std::size_t>(encoder.requiredSpace(typed.size())));
    if (typed.isEmpty() || roomy.isEmpty()) {
        crypto::wipe(typed);
        return {};
    }
    char *const begin = reinterpret_cast<char *>(roomy.m_data);
    char *const end = encoder.appendToBuffer(begin, typed);
    crypto::wipe(typed);
    return copyOf(std::span(roomy.bytes()).first(static_cast<std::size_t>(end - begin)));
}

bool SecretBytes::operator==(const SecretBytes &other) const
{
    return crypto::equal(bytes(), other.bytes());
}

} // namespace rapport::vault
