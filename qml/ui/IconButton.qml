// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// A button that is only a drawing; its name is said, never seen.
Pressable {
    id: button

    required property int glyph
    required property string name
    property bool flipped: false // the drawing points the other way

    accessibleName: button.name
    padding: (Theme.target - 24) / 2
    radius: Theme.radius
    foreground: button.enabled ? Theme.ink : Theme.outline

    contentItem: Item {
        implicitWidth: Theme.icon
        implicitHeight: Theme.icon

        Icon {
            anchors.centerIn: parent
            glyph: button.glyph
            color: button.foreground
            mirrored: button.LayoutMirroring.enabled !== button.flipped
        }
    }
}
