// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/vault/Machine.h"
#include "platform/KeyStore.h"

namespace rapport::app {

/// What the platform's key store said, in the vault's words: neither room
/// knows the other.
vault::KeyStoreAnswer answerOf(platform::KeyStore::Result result);

} // namespace rapport::app
