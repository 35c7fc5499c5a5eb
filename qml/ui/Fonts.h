// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace rapport::ui {

/// Makes the embedded fonts known under the family names that Theme uses, and
/// makes the Arabic ones stand in where a Latin one has no letter.
/// Call once, on the GUI thread, after QGuiApplication and before the first
/// QML file is loaded: a font that comes later flashes.
/// @return false if a font could not be read; the system's fonts then serve.
bool loadFonts();

} // namespace rapport::ui
