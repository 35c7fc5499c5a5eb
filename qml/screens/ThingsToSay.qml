// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// How many things wait, veiled: others read over shoulders.
Card {
    id: things

    required property Cards cards
    property bool near: false // a session comes within a day
    property bool quiet: false // something else on the screen is filled

    property bool shown: false

    signal noteRequested
    signal toSayRequested

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        BodyText {
            text: qsTr("%n thing(s) to say", "", things.cards.openCount)
        }
        QuietButton {
            Layout.minimumWidth: implicitWidth
            text: things.shown ? qsTr("Hide") : qsTr("Show")
            accessibleName: things.shown ? qsTr("Hide what I want to say") : qsTr("Show what I want to say")
            foreground: Theme.toSay.text
            onClicked: things.shown = !things.shown
        }
    }
    Veil {
        visible: !things.shown
        count: Math.min(things.cards.openCount, 3)
    }
    Repeater {
        model: things.shown ? things.cards.firstTexts : []
        delegate: OwnWords {
            required property string modelData
            text: modelData
            maximumLines: 3
        }
    }
    FilledButton {
        Layout.fillWidth: true
        visible: things.near && !things.quiet
        text: qsTr("Make my note")
        onClicked: things.noteRequested()
    }
    QuietButton {
        wide: true
        visible: !things.near || things.quiet
        outlined: true
        text: qsTr("See them all")
        onClicked: things.toSayRequested()
    }
}
