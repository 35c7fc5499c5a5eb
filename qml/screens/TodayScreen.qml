// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Where I am in time, and always a line to write on.
ScreenPage {
    id: screen

    aboveBar: true

    required property Cards cards
    required property WriteDown writeDown
    required property NextSession nextSession
    required property Moods moods
    property bool canLock: false

    readonly property bool near: screen.nextSession.nearness === NextSession.Within24h || screen.nextSession.nearness === NextSession.AboutTo
    readonly property bool writing: !line.empty

    signal noteRequested
    signal sessionRequested
    signal toSayRequested
    signal lockRequested
    signal settingsRequested

    dayLabel: screen.nextSession.nearness === NextSession.None ? "" : screen.nextSession.dayName
    heading: screen.nextSession.headline
    Component.onCompleted: screen.focusHeading()

    function focusLine(): void {
        line.forceActiveFocus(Qt.OtherFocusReason);
    }
    function keep(): void {
        line.commit();
        if (!line.empty)
            screen.writeDown.keep();
    }

    Connections {
        target: screen.writeDown
        function onKept(): void {
            kept.visible = true;
            announcement.say(qsTr("Kept"));
        }
        function onTextChanged(): void {
            if (screen.writeDown.text !== "")
                kept.visible = false;
        }
    }

    Announcement {
        id: announcement
    }
    ThingsToSay {
        visible: screen.cards.status === Cards.Ready && screen.cards.openCount > 0
        cards: screen.cards
        near: screen.near
        quiet: screen.writing
        onNoteRequested: screen.noteRequested()
        onToSayRequested: screen.toSayRequested()
    }
    BusyState {
        visible: screen.cards.status === Cards.Loading
        text: qsTr("Opening your notes …")
    }
    Banner {
        visible: screen.cards.status === Cards.Failed
        text: screen.cards.problem
        actionText: qsTr("Try again")
        onAction: screen.cards.load()
    }
    EmptyState {
        visible: (screen.cards.status === Cards.Empty || screen.cards.status === Cards.Ready) && screen.cards.openCount === 0
        text: qsTr("Nothing is waiting to be said.")
        hint: qsTr("Whatever comes to mind between sessions can go on the line below.")
    }
    MoodPanel {
        moods: screen.moods
        folded: !screen.near
        onHelpRequested: screen.helpRequested()
    }
    Banner {
        visible: screen.nextSession.problem !== ""
        text: screen.nextSession.problem
    }
    QuietButton {
        outlined: true
        text: screen.nextSession.known ? qsTr("Change the next session") : qsTr("When is your next session?")
        onClicked: screen.sessionRequested()
    }
    QuietButton {
        visible: screen.canLock
        glyph: Icon.Lock
        text: qsTr("Lock now")
        onClicked: screen.lockRequested()
    }
    QuietButton {
        text: qsTr("Settings")
        onClicked: screen.settingsRequested()
    }

    foot: [
        SoftText {
            id: kept

            visible: false
            text: qsTr("Kept. You find it under To say.")
        },
        Banner {
            visible: screen.writeDown.state === WriteDown.Failed
            text: screen.writeDown.problem
        },
        WritingField {
            id: line

            label: qsTr("Something I'd like my therapist to know")
            placeholder: qsTr("Something I'd like my therapist to know …")
            text: screen.writeDown.text
            readOnly: screen.writeDown.state === WriteDown.Keeping
            minimumLines: screen.writing ? 2 : 1
            maximumLines: 6
            onTextChanged: screen.writeDown.text = text
            onAccepted: screen.keep()
        },
        FilledButton {
            Layout.fillWidth: true
            visible: screen.writing
            enabled: screen.writeDown.state !== WriteDown.Keeping
            text: qsTr("Keep it")
            onClicked: screen.keep()
        }
    ]
}
