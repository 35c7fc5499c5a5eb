// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// One card and nothing else, held out to somebody to read.
FocusScope {
    id: screen

    required property ShowCard card
    property bool locks: false // leaving closes the notes

    property bool turned: false
    readonly property bool shown: screen.card.state === ShowCard.Ready || screen.card.state === ShowCard.Marking

    signal closed
    signal lockRequested

    Component.onCompleted: heading.forceActiveFocus(Qt.OtherFocusReason)

    // True when the way back was taken care of.
    function finish(): bool {
        screen.card.stopReading();
        if (question.opened)
            question.close();
        else if (screen.shown && screen.locks)
            screen.lockRequested();
        else if (screen.shown && screen.card.waits)
            question.open();
        else
            screen.closed();
        return true;
    }
    function turn(): void {
        screen.turned = !screen.turned;
        announcement.say(screen.turned ? qsTr("Turned round, for who sits across from you") : qsTr("Turned back to you"));
    }

    Keys.onPressed: event => event.accepted = words.scroll(event.key)

    Connections {
        target: screen.card
        function onMarked(): void {
            screen.closed();
        }
    }
    Item {
        id: page

        anchors.fill: parent

        Rectangle {
            anchors.fill: parent
            color: Theme.paper
        }
        // Seen by nobody: where reading begins for ears.
        Item {
            id: heading

            width: parent.width
            height: Theme.huge
            Accessible.role: Accessible.Heading
            Accessible.name: qsTr("Your card, to show")
            Accessible.focusable: true
        }
        Announcement {
            id: announcement
        }
        ShownWords {
            id: words

            anchors.top: parent.top
            anchors.topMargin: Theme.safeTop + Theme.huge
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.large
            anchors.horizontalCenter: parent.horizontalCenter
            width: foot.width
            visible: screen.shown
            text: screen.card.text
            turned: screen.turned
        }
        ColumnLayout {
            id: foot

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.safeBottom + Theme.small
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.margin - Theme.safeLeft - Theme.safeRight, Theme.contentWidth)
            spacing: Theme.small

            BusyState {
                visible: screen.card.state === ShowCard.Loading
                text: qsTr("Opening your notes …")
            }
            Banner {
                visible: screen.card.problem !== ""
                text: screen.card.problem
            }
            SoftText {
                visible: screen.shown
                text: qsTr("Rapport shows this card alone. Calls and other apps can still come up.")
            }
            ShowButtons {
                shown: screen.shown
                turned: screen.turned
                canRead: screen.card.canRead
                reading: screen.card.reading
                locks: screen.locks && screen.shown
                busy: screen.card.state === ShowCard.Marking
                onTurnRequested: screen.turn()
                onReadRequested: screen.card.reading ? screen.card.stopReading() : screen.card.readAloud()
                onDoneRequested: screen.finish()
            }
        }
    }
    ConfirmSheet {
        id: question

        beneath: page
        title: qsTr("Was it shown?")
        text: qsTr("Shown counts as much as said. You can take it back.")
        confirmText: qsTr("Shown")
        cancelText: qsTr("Not yet")
        onConfirmed: screen.card.markShown()
        onCancelled: screen.closed()
    }
}
