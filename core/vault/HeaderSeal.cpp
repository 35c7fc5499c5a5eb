// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// What of a header is authenticated, and how: VaultHeader.h describes it.

#include "core/vault/Crypto.h"
#include "core/vault/VaultHeader.h"

namespace rapport::vault {

namespace {

/// Unsigned, little-endian, one after the other.
class Fields
{
public:
    explicit Fields(const char *magic) { m_bytes.append(magic, 8); }

    template<typename T>
    Fields &number(T value)
    {
        for (std::size_t i = 0; i < sizeof(T); ++i)
            m_bytes.append(static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i)));
        return *this;
    }
    Fields &bytes(std::span<const std::byte> bytes)
    {
        m_bytes.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        return *this;
    }
    Fields &uid(const domain::Uid &uid)
    {
        m_bytes.append(uid.toBytes());
        return *this;
    }
    Fields &description(const Slot &slot)
    {
        const Kdf none{.ops = 0, .memKib = 0, .salt = {}};
        const Kdf &kdf = slot.kdf ? *slot.kdf : none;
        return number(slot.id)
            .number(static_cast<std::uint8_t>(slot.type))
            .number(slot.gen)
            .number(static_cast<std::uint8_t>(slot.kdf ? 1 : 0))
            .number(kdf.ops)
            .number(kdf.memKib)
            .bytes(kdf.salt);
    }
    QByteArray take() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QByteArray additionalData(const Slot &slot, const domain::Uid &vaultId)
{
    return Fields("RAPSLOT1").uid(vaultId).description(slot).take();
}

} // namespace

QByteArray VaultHeader::body() const
{
    Fields fields("RAPHEAD1");
    fields.number(std::uint32_t{format}).number(std::uint32_t{format}).uid(vaultId).number(seq);
    fields.number(static_cast<std::uint8_t>(generations.size()));
    for (const Generation &generation : generations)
        fields.number(generation.id)
            .bytes(generation.dbSalt)
            .number(static_cast<std::uint8_t>(generation.state));
    fields.number(static_cast<std::uint8_t>(keySlots.size()));
    for (const Slot &slot : keySlots)
        fields.description(slot).bytes(slot.nonce).bytes(slot.wrapped);
    return fields.take();
}

Result<void> wrap(Slot &slot, const domain::Uid &vaultId, const SecretBytes &kek, const SecretBytes &dbk,
                  domain::RandomSource &random)
{
    if (kek.size() != crypto::keySize || dbk.size() != crypto::keySize)
        return tl::unexpected(Error{Error::Internal});
    random.fill(slot.nonce);
    const QByteArray additional = additionalData(slot, vaultId);
    if (!crypto::seal(kek.bytes().first<crypto::keySize>(), slot.nonce, spanOf(additional), dbk.bytes(),
                      slot.wrapped))
        return tl::unexpected(Error{Error::Internal});
    return {};
}

Result<SecretBytes> unwrap(const Slot &slot, const domain::Uid &vaultId, const SecretBytes &kek)
{
    if (kek.size() != crypto::keySize)
        return tl::unexpected(Error{Error::WrongKey});
    const QByteArray additional = additionalData(slot, vaultId);
    auto dbk =
        crypto::open(kek.bytes().first<crypto::keySize>(), slot.nonce, spanOf(additional), slot.wrapped);
    if (!dbk)
        return tl::unexpected(Error{Error::WrongKey});
    return std::move(*dbk);
}

Result<std::array<std::byte, 32>> headerTag(const VaultHeader &header, const SecretBytes &dbk)
{
    static constexpr char label[] = "RAPPORT HEADER MAC 1";
    SecretBytes macKey(crypto::keySize);
    std::array<std::byte, 32> tag{};
    const QByteArray body = header.body();
    if (macKey.isEmpty() ||
        !crypto::keyedHash(dbk.bytes(), std::as_bytes(std::span(label, sizeof label - 1)), macKey.bytes()) ||
        !crypto::keyedHash(macKey.bytes(), spanOf(body), tag))
        return tl::unexpected(Error{Error::Internal});
    return tag;
}

} // namespace rapport::vault
