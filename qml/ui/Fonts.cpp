// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Fonts.h"

namespace rapport::ui {

bool loadFonts()
{
    return true;
}

} // namespace rapport::ui
