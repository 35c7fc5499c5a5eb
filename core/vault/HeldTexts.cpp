// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/HeldTexts.h"

#include "core/storage/DraftRepository.h"
#include "core/vault/Crypto.h"

namespace rapport::vault {

namespace {

constexpr char purpose[] = "RAPPORT HELD TEXTS 1";

/// So that an empty text has something to seal.
constexpr char before = '+';

std::span<const std::byte> bytesOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// One for each of the vault's keys.
std::vector<SecretBytes> keysFrom(const Keys &keys)
{
    std::vector<SecretBytes> made;
    for (const SecretBytes &raw : keys.raw) {
        SecretBytes key(crypto::keySize);
        const auto message = std::as_bytes(std::span(purpose, sizeof purpose - 1));
        if (!key.isEmpty() && raw.size() == storage::RawKey::extent &&
            crypto::keyedHash(raw.bytes().first(crypto::keySize), message, key.bytes()))
            made.push_back(std::move(key));
    }
    return made;
}

} // namespace

HeldTexts::HeldTexts(domain::RandomSource &random)
    : m_random(random)
{}

void HeldTexts::open(const Keys &keys)
{
    const QMutexLocker lock(&m_mutex);
    m_keys = keysFrom(keys);
    m_vaultId = keys.vaultId;
}

void HeldTexts::rekey(const Keys &from, const Keys &to)
{
    const QMutexLocker lock(&m_mutex);
    for (auto &entry : m_held) {
        m_keys = keysFrom(from);
        const auto plain = unsealed(entry.first, entry.second);
        m_keys = keysFrom(to);
        if (!plain || m_keys.empty())
            continue;
        Held again{entry.second.vaultId, {}, {}, entry.second.modifiedUtcMs};
        if (seal(entry.first, plain->bytes(), again))
            entry.second = std::move(again);
    }
    m_keys.clear();
}

void HeldTexts::close()
{
    const QMutexLocker lock(&m_mutex);
    m_keys.clear();
}

void HeldTexts::hold(const QString &place, const QString &text, qint64 modifiedUtcMs)
{
    const QMutexLocker lock(&m_mutex);
    if (m_keys.empty())
        return;
    QByteArray plain = before + text.toUtf8();
    Held held{m_vaultId, {}, {}, modifiedUtcMs};
    if (seal(place, bytesOf(plain), held))
        m_held.insert_or_assign(place, std::move(held));
    crypto::wipe(plain);
    if (m_held.size() == 1)
        m_onChange();
}

bool HeldTexts::seal(const QString &place, std::span<const std::byte> plain, Held &held)
{
    held.sealed = QByteArray(static_cast<qsizetype>(plain.size() + crypto::tagSize), '\0');
    m_random.fill(held.nonce);
    const QByteArray about = place.toUtf8();
    const auto sealed =
        std::as_writable_bytes(std::span(held.sealed.data(), static_cast<std::size_t>(held.sealed.size())));
    return crypto::seal(m_keys.front().bytes().first<crypto::keySize>(), held.nonce, bytesOf(about), plain,
                        sealed);
}

std::optional<SecretBytes> HeldTexts::unsealed(const QString &place, const Held &held) const
{
    const QByteArray about = place.toUtf8();
    for (const SecretBytes &key : m_keys) {
        auto plain = crypto::open(key.bytes().first<crypto::keySize>(), held.nonce, bytesOf(about),
                                  bytesOf(held.sealed));
        if (plain)
            return plain;
    }
    return std::nullopt;
}

void HeldTexts::drop(const QString &place)
{
    const QMutexLocker lock(&m_mutex);
    if (m_held.erase(place) > 0 && m_held.empty())
        m_onChange();
}

void HeldTexts::giveBack(storage::Database &database)
{
    const QMutexLocker lock(&m_mutex);
    if (m_held.empty())
        return;
    std::erase_if(m_held, [&](const auto &entry) {
        const auto &[place, held] = entry;
        if (held.vaultId != m_vaultId)
            return true; // of notes that are not here any more
        const auto plain = unsealed(place, held);
        if (!plain || plain->size() == 0)
            return false;
        const auto *text = reinterpret_cast<const char *>(plain->bytes().data());
        const auto size = static_cast<qsizetype>(plain->size());
        return storage::DraftRepository(database)
            .save(place, QString::fromUtf8(text + 1, size - 1), held.modifiedUtcMs)
            .has_value();
    });
    if (m_held.empty())
        m_onChange();
}

qsizetype HeldTexts::count() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<qsizetype>(m_held.size());
}

} // namespace rapport::vault
