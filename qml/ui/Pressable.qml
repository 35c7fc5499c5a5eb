// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// What every button is made of: a target of 48 by 48, a name and a role for
// screen readers, a press that works by finger, mouse, keyboard and screen
// reader alike, and a ring that shows where the keyboard is.
PressArea {
    id: control

    property string accessibleName: control.text
    property string accessibleDescription: ""
    property real radius: Theme.radius
    property color foreground: Theme.ink
    property color ground: Theme.clear
    property color edge: Theme.clear
    property color ringTint: Theme.focus

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.medium
    font: Theme.label

    Accessible.role: Accessible.Button
    Accessible.name: control.accessibleName
    // Before Qt 6.8 nobody who listens is told that a control is not enabled.
    Accessible.description: control.enabled ? control.accessibleDescription : qsTr("Not available now")
    Accessible.onPressAction: control.trigger()
    Keys.onReturnPressed: event => control.pressByKey(event)
    Keys.onEnterPressed: event => control.pressByKey(event)

    function trigger(): void {
        if (control.enabled)
            control.clicked();
    }
    function pressByKey(event: KeyEvent): void {
        if (!event.isAutoRepeat)
            control.trigger();
    }

    background: PressGround {
        hovered: control.hovered && control.enabled
        pressed: control.down
        focused: control.visualFocus
        radius: Math.min(control.radius, height / 2)
        color: control.ground
        border.color: control.edge
        tint: control.foreground
        ringTint: control.ringTint
    }
}
