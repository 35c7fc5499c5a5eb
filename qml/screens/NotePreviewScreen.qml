// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The note as it will leave, the very page, and the ways out. A page does not
// grow with the letters: where they are large its lines are read as text.
ScreenPage {
    id: screen

    required property NoteHandover handover

    property bool textWanted: !Theme.roomy
    readonly property bool working: screen.handover.state === NoteHandover.HandingOver
    readonly property bool handedOver: screen.handover.state === NoteHandover.HandedOver
    readonly property bool pageFailed: screen.handover.pages.status === NotePages.Failed
    readonly property bool asText: screen.textWanted || screen.pageFailed

    signal done
    signal largerRequested

    heading: qsTr("Your note")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()

    Connections {
        target: screen.handover
        function onStateChanged(): void {
            if (screen.handover.message !== "")
                announcement.say(screen.handover.message);
        }
    }

    Announcement {
        id: announcement
    }
    Card {
        visible: screen.handover.firstTime
        spacing: Theme.small

        Heading {
            large: false
            text: qsTr("Before you send it for the first time")
        }
        BodyText {
            text: qsTr("Your therapist may not read it before you meet, and may keep it in their records. It helps to ask first: “May I send you a page before we meet?”")
        }
        BodyText {
            text: qsTr("If you can't keep yourself safe, use Help now. Nobody is watching this note.")
        }
        QuietButton {
            outlined: true
            text: qsTr("I have read this")
            onClicked: screen.handover.confirmFirstTime()
        }
    }
    SoftText {
        text: screen.asText ? qsTr("This is all of it. Nothing else goes with it.") : qsTr("This is all of it. Nothing else goes with it. Tap the page to read it larger.")
    }
    QuietButton {
        visible: !Theme.roomy && !screen.pageFailed
        outlined: true
        text: screen.asText ? qsTr("See the page") : qsTr("Read as text")
        onClicked: screen.textWanted = !screen.textWanted
    }
    Banner {
        visible: screen.pageFailed
        text: qsTr("There is not enough room in memory to show the page. Here is what stands on it.")
    }
    Shown {
        when: screen.asText

        Card {
            spacing: Theme.small
            padding: Theme.huge

            Repeater {
                model: screen.handover.lines
                delegate: NoteLineDelegate {}
            }
        }
    }
    PageSheet {
        Layout.fillWidth: true
        visible: !screen.asText
        pages: screen.handover.pages
        canGrow: true
        onLargerRequested: screen.largerRequested()
    }
    Shown {
        when: !screen.asText && screen.handover.pages.status === NotePages.Drawing

        BusyState {
            text: qsTr("Making the page …")
        }
    }
    PageTurner {
        visible: !screen.asText && screen.handover.pages.count > 1
        pages: screen.handover.pages
    }
    NoteWaysOut {
        visible: !Theme.roomy // at the bottom they would leave no room for the page
        handover: screen.handover
    }

    foot: [
        Banner {
            visible: screen.handover.message !== ""
            text: screen.handover.message
        },
        FilledButton {
            Layout.fillWidth: true
            visible: !screen.handedOver
            enabled: !screen.working && !screen.handover.firstTime
            text: qsTr("Send by e-mail")
            onClicked: screen.handover.sendEmail()
        },
        FilledButton {
            Layout.fillWidth: true
            visible: screen.handedOver
            text: qsTr("Done")
            onClicked: screen.done()
        },
        NoteWaysOut {
            visible: Theme.roomy
            handover: screen.handover
        }
    ]
}
