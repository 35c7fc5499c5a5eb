// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Opener.h"

namespace rapport::app {

vault::Protector openerBy(std::optional<vault::Secret> secret, vault::SecretBytes typed,
                          vault::SecretBytes kek)
{
    if (!secret)
        return vault::Protector::keychain(std::move(kek));
    switch (*secret) {
    case vault::Secret::Passphrase:
        break;
    case vault::Secret::Pin:
        return vault::Protector::pin(std::move(typed), std::move(kek), {});
    case vault::Secret::RecoveryCode:
        return vault::Protector::recovery(std::move(typed), {});
    }
    return vault::Protector::passphrase(std::move(typed), {});
}

} // namespace rapport::app
