// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// A QuietButton with a drawing before its word.
QuietButton {
    id: button

    required property int glyph // an Icon.Glyph

    contentItem: IconLabel {
        glyph: button.glyph
        text: button.text
        font: button.font
        color: button.foreground
        mirrored: button.LayoutMirroring.enabled
    }
}
