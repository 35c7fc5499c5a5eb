// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace rapport::app {

/// From here on only warnings and errors are logged, whatever the environment
/// asks for (QT_LOGGING_RULES, QDBUS_DEBUG and the like). Qt's own categories
/// tell what is on the screen, word for word: those of accessibility name every
/// control, and those of input every key. To be called first in main().
void keepLogsQuiet();

} // namespace rapport::app
