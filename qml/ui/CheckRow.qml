// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rapport.Ui

// A tick and its words; the whole row can be pressed. `value` is what the app
// holds; `picked` tells what the person wants instead. It follows `checked`
// and not `toggled`, which the screen readers of Qt 6.4 never cause.
T.CheckBox {
    id: row

    property bool value: false
    property bool own: false // the words are the person's
    property string accessibleName: row.own ? qsTr("Your words: %1").arg(row.text) : row.text
    property string accessibleDescription: ""
    property Accent accent: Theme.toSay

    signal picked(on: bool)

    checked: row.value
    onCheckedChanged: if (row.checked !== row.value)
        row.picked(row.checked)

    Layout.fillWidth: true
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.small
    spacing: Theme.medium
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.CheckBox
    Accessible.name: row.accessibleName
    // Before Qt 6.8 nobody who listens is told that a control is not enabled.
    Accessible.description: row.enabled ? row.accessibleDescription : qsTr("Not available now")
    Accessible.checkable: true
    Accessible.checked: row.checked
    // From 6.5 on the template's own press does not change the tick.
    Accessible.onPressAction: row.toggle()
    Accessible.onToggleAction: row.toggle()
    Keys.onReturnPressed: event => row.pressByKey(event)
    Keys.onEnterPressed: event => row.pressByKey(event)

    function pressByKey(event: KeyEvent): void {
        if (!event.isAutoRepeat)
            row.toggle();
    }

    background: Rectangle {
        color: Theme.clear
        radius: Theme.radiusSmall

        StateLayer {
            anchors.fill: parent
            radius: parent.radius
            hovered: row.hovered
            pressed: row.down
        }
        FocusRing {
            shown: row.visualFocus
            radius: parent.radius
        }
    }
    indicator: Rectangle {
        x: row.mirrored ? row.width - width - row.rightPadding : row.leftPadding
        y: row.topPadding + Math.max(0, (Math.min(row.contentItem.height, Theme.target) - height) / 2)
        width: Theme.icon
        height: Theme.icon
        radius: Theme.radiusTick
        color: row.checked ? row.accent.fill : Theme.card
        border.width: Theme.tick
        border.color: row.checked ? row.accent.fill : Theme.outline

        Icon {
            anchors.fill: parent
            anchors.margins: 2
            glyph: Icon.Check
            color: row.accent.inkOnFill
            visible: row.checked
        }
    }
    contentItem: Text {
        leftPadding: row.mirrored ? 0 : Theme.icon + row.spacing
        rightPadding: row.mirrored ? Theme.icon + row.spacing : 0
        text: row.text
        font: row.own ? Theme.ownWords : Theme.body
        color: row.enabled ? Theme.ink : Theme.inkSoft
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
    }
}
