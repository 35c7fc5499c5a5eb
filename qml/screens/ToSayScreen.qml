// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What I need from my therapist: every card, in my own order.
ListPage {
    id: screen

    aboveBar: true

    required property Cards cards
    property bool veils: false // the words, until they are asked for

    signal cardRequested(uid: string)
    signal noteRequested
    signal writeRequested

    heading: qsTr("To say")
    model: screen.veils && !top.shown ? null : screen.cards
    Component.onCompleted: screen.focusHeading()

    // What did not work is said at the top, which may be out of sight.
    Connections {
        target: screen.cards
        function onProblemChanged(): void {
            if (screen.cards.problem !== "")
                screen.showTop();
        }
    }

    header: ToSayHeader {
        id: top

        cards: screen.cards
        veils: screen.veils
    }
    delegate: CardDelegate {
        width: screen.columnWidth
        onOpened: uid => screen.cardRequested(uid)
        onChoiceMade: (uid, chosen) => screen.cards.setChosen(uid, chosen)
        onMovedUp: uid => screen.cards.moveUp(uid)
        onMovedDown: uid => screen.cards.moveDown(uid)
    }

    foot: [
        UndoBar {
            visible: screen.cards.canUndo
            text: qsTr("Card deleted.")
            onUndo: screen.cards.undo()
            onDismissed: screen.cards.dismissUndo()
        },
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.roomy ? 2 : 1
            columnSpacing: Theme.small
            rowSpacing: Theme.small

            QuietButton {
                wide: true
                outlined: true
                text: qsTr("Write")
                accessibleName: qsTr("Write down something new")
                onClicked: screen.writeRequested()
            }
            FilledButton {
                Layout.fillWidth: true
                visible: screen.cards.openCount > 0
                text: qsTr("Make my note")
                onClicked: screen.noteRequested()
            }
        }
    ]
}
