// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.Ui

// What lies behind the words of everything that can be pressed.
Rectangle {
    id: ground

    property bool hovered: false
    property bool pressed: false
    property bool focused: false
    property color tint: Theme.ink
    property color ringTint: Theme.focus

    // Most buttons are never touched before their page goes again.
    property bool touched: false
    readonly property bool touching: ground.hovered || ground.pressed || ground.focused
    onTouchingChanged: ground.touched = true

    border.width: Theme.hairline

    Shown {
        when: ground.touched

        Item {
            anchors.fill: parent

            StateLayer {
                anchors.fill: parent
                radius: ground.radius
                tint: ground.tint
                hovered: ground.hovered
                pressed: ground.pressed
            }
            FocusRing {
                shown: ground.focused
                tint: ground.ringTint
                radius: ground.radius
            }
        }
    }
}
