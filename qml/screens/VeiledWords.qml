// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// Above a list of what the person wrote, or in its place: lines without
// letters until they are asked for, and then the way to veil them again.
ColumnLayout {
    id: veiled

    required property int count
    property bool shown: false

    Layout.fillWidth: true

    Card {
        visible: !veiled.shown

        Veil {
            count: Math.min(veiled.count, 3)
        }
        QuietButton {
            wide: true
            outlined: true
            text: qsTr("Show")
            accessibleName: qsTr("Show what I wrote")
            onClicked: veiled.shown = true
        }
    }
    QuietButton {
        visible: veiled.shown
        text: qsTr("Hide")
        accessibleName: qsTr("Hide what I wrote")
        foreground: Theme.toSay.text
        onClicked: veiled.shown = false
    }
}
