// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Controls.Basic

// Good controls and bad ones, each bad in a way the audit should name.
Window {
    id: window

    property int kept: 0

    width: 360
    height: 720
    visible: true
    title: "Trial"

    Text {
        id: heading
        text: "A page to try"
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    TextField {
        id: words
        y: 60
        width: 300
        height: 48
        focus: true
        Accessible.name: "Your words"
    }
    Button {
        y: 120
        width: 120
        height: 48
        text: "Keep it"
        Accessible.onPressAction: clicked()
        onClicked: {
            window.kept += 1;
            answer.text = "Kept " + window.kept + ": " + words.text;
        }
    }
    Text {
        id: answer
        y: 180
        text: "Nothing yet"
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    CheckBox {
        id: bad
        y: 240
        height: 48
        width: 200
        text: "With trouble"
    }
    Item {
        visible: bad.checked
        Button {
            y: 300
            width: 120
            height: 48
            text: "Keep it"
            Accessible.onPressAction: clicked()
        }
        Button {
            y: 360
            width: 40
            height: 40
            text: ""
            Accessible.onPressAction: clicked()
        }
        Button {
            y: 720
            width: 48
            height: 48
            text: "Below the page"
            Accessible.onPressAction: clicked()
        }
    }
}
