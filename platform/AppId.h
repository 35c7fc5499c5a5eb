// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace rapport::platform {

/// The application's id in reverse-DNS form. It is the D-Bus name, the name of
/// the desktop file (without ".desktop") and of the AppStream component. This
/// is the only place in C++ where it is written; nothing that is stored
/// depends on it.
inline constexpr QLatin1StringView appId{"app.rapport.Rapport"};

} // namespace rapport::platform
