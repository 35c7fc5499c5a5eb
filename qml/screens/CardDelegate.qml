// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// One card in the list: the words, how far they have come, and the small
// things that can be done without opening it.
Card {
    id: card

    required property string uid
    required property string text
    required property string factWords
    required property bool chosen
    required property bool open
    required property bool first
    required property bool last

    readonly property string brief: card.text.length > 60 ? card.text.slice(0, 60) + "…" : card.text

    signal opened(uid: string)
    signal choiceMade(uid: string, chosen: bool)
    signal movedUp(uid: string)
    signal movedDown(uid: string)

    spacing: Theme.small

    PressableWords {
        text: card.text
        accessibleName: qsTr("Your words: %1").arg(card.text)
        accessibleDescription: qsTr("Opens this card")
        onClicked: card.opened(card.uid)
    }
    SoftText {
        text: card.factWords
    }
    GridLayout {
        Layout.fillWidth: true
        visible: card.open
        columns: Theme.roomy ? 3 : 2
        columnSpacing: Theme.tiny
        rowSpacing: Theme.tiny

        CheckRow {
            Layout.columnSpan: Theme.roomy ? 1 : 2
            text: qsTr("For the next session")
            accessibleName: qsTr("For the next session: %1").arg(card.brief)
            value: card.chosen
            onPicked: on => card.choiceMade(card.uid, on)
        }
        IconButton {
            glyph: Icon.Up
            name: qsTr("Move up: %1").arg(card.brief)
            enabled: !card.first
            onClicked: card.movedUp(card.uid)
        }
        IconButton {
            glyph: Icon.Down
            name: qsTr("Move down: %1").arg(card.brief)
            enabled: !card.last
            onClicked: card.movedDown(card.uid)
        }
    }
}
