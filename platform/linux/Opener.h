// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "platform/Sharer.h"

namespace rapport::platform {

/// Hands an address to xdg-open, for desktops without a portal. Unlike
/// QDesktopServices it answers whether a program took it: Unavailable where
/// there is no xdg-open or no program for the address. The address is on a
/// command line for a moment: only for public ones.
void openByCommand(const QString &uri, Sharer::Answer answer);

} // namespace rapport::platform
