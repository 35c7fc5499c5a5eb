// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "platform/keychain/Worker.h"

namespace rapport::platform {

/// Asks the Secret Service over D-Bus whether what concerns an entry is
/// locked: the entry itself or, when it is not to be found, the default
/// collection. A read from a locked service answers "not found", so this is
/// the only way to tell. Causes no prompt.
keychain::Diagnosis secretServiceDiagnosis();

} // namespace rapport::platform
