// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Templates as T

// What lies behind the words of everything that can be pressed.
Rectangle {
    id: ground

    required property T.AbstractButton button
    property color tint: Theme.ink
    property color ringTint: Theme.focus

    border.width: Theme.hairline

    StateLayer {
        anchors.fill: parent
        radius: parent.radius
        tint: ground.tint
        hovered: ground.button.hovered && ground.button.enabled
        pressed: ground.button.down
    }
    FocusRing {
        shown: ground.button.visualFocus
        tint: ground.ringTint
        radius: parent.radius
    }
}
