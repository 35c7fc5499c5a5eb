// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <thread>

namespace rapport::platform {

/// Begins what takes its time and can go on beside the making of the
/// application: reading the list of the system's fonts and, if wanted, finding
/// the way to the key store, which is asked for nothing yet. To be called
/// before there is an application. Join what it gives before the first font is
/// asked for, or the same is read twice; nobody hears of a failure, which
/// whoever needs the part meets again.
[[nodiscard]] std::jthread readAhead(bool keyStore);

} // namespace rapport::platform
