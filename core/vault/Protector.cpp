// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Protector.h"

#include "core/vault/Crypto.h"

namespace rapport::vault {

namespace {

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
}

Result<SecretBytes> derive(const Protector &protector, const std::optional<Kdf> &kdf)
{
    if (kdf.has_value() != hasKdf(protector.type))
        return failed(Error::Internal);
    if (!kdf) {
        if (protector.secret.size() != crypto::keySize)
            return failed(Error::WrongKey);
        return SecretBytes::copyOf(protector.secret.bytes());
    }
    if (protector.type != SlotType::Pin)
        return deriveKek(protector.secret, *kdf);
    if (protector.pepper.size() != crypto::keySize)
        return failed(Error::WrongKey);
    const auto stretched = deriveKek(protector.secret, *kdf);
    if (!stretched)
        return tl::unexpected(stretched.error());
    SecretBytes kek(crypto::keySize);
    if (kek.isEmpty() || !crypto::keyedHash(protector.pepper.bytes(), stretched->bytes(), kek.bytes()))
        return failed(Error::Internal);
    return kek;
}

} // namespace

Protector Protector::keychain(SecretBytes kek)
{
    return {.type = SlotType::Keychain, .secret = std::move(kek)};
}

Protector Protector::passphrase(SecretBytes passphrase, const Kdf &kdf)
{
    return {.type = SlotType::Passphrase, .secret = std::move(passphrase), .kdf = kdf};
}

Protector Protector::pin(SecretBytes pin, SecretBytes kek, const Kdf &kdf)
{
    return {.type = SlotType::Pin, .secret = std::move(pin), .kdf = kdf, .pepper = std::move(kek)};
}

Protector Protector::recovery(SecretBytes code, const Kdf &kdf)
{
    return {.type = SlotType::Recovery, .secret = std::move(code), .kdf = kdf};
}

Result<SecretBytes> Protector::kek() const
{
    return derive(*this, kdf);
}

Result<SecretBytes> Protector::kekFor(const Slot &slot) const
{
    return derive(*this, slot.kdf);
}

} // namespace rapport::vault
