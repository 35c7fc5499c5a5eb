// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// The way to help. Ink and a word, never an accent, always in the same corner.
LabelledButton {
    text: qsTr("Help now")
    glyph: Icon.Lifebuoy
}
