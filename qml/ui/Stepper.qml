// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// A value with a step down and a step up. Left and right are not used: the
// two buttons are reached like any other.
ColumnLayout {
    id: stepper

    required property string label
    required property string value
    required property string lessName
    required property string moreName

    signal stepped(steps: int)

    Layout.fillWidth: true
    spacing: Theme.tiny

    SoftText {
        text: stepper.label
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: row.implicitHeight + 2 * Theme.tiny
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.hairline
        border.color: Theme.line

        RowLayout {
            id: row

            anchors.fill: parent
            anchors.margins: Theme.tiny
            spacing: Theme.tiny

            IconButton {
                glyph: Icon.Minus
                name: stepper.lessName
                onClicked: stepper.stepped(-1)
            }
            BodyText {
                text: stepper.value
                horizontalAlignment: Text.AlignHCenter
                accessibleName: qsTr("%1: %2").arg(stepper.label).arg(stepper.value)
            }
            IconButton {
                glyph: Icon.Plus
                name: stepper.moreName
                onClicked: stepper.stepped(1)
            }
        }
    }
}
