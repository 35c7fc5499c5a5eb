// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/vault/Machine.h"
#include "core/vault/Protector.h"

namespace rapport::app {

/// What opens with what was typed, and with the key store's part where there is
/// one; without a secret, with the key store's part alone. The slots bring their
/// own parameters: there are none in it.
vault::Protector openerBy(std::optional<vault::Secret> secret, vault::SecretBytes typed,
                          vault::SecretBytes kek);

} // namespace rapport::app
