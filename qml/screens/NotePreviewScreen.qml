// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The note as it will leave, word for word, and the ways out.
ScreenPage {
    id: screen

    required property NoteMaker maker

    readonly property bool working: screen.maker.state === NoteMaker.HandingOver
    readonly property bool handedOver: screen.maker.state === NoteMaker.HandedOver

    signal done

    heading: qsTr("Your note")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()

    Connections {
        target: screen.maker
        function onStateChanged(): void {
            if (screen.maker.message !== "")
                announcement.say(screen.maker.message);
        }
    }

    Announcement {
        id: announcement
    }
    Card {
        visible: screen.maker.firstTime
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
            onClicked: screen.maker.confirmFirstTime()
        }
    }
    SoftText {
        text: qsTr("This is all of it. Nothing else goes with it.")
    }
    Card {
        spacing: Theme.small
        padding: Theme.huge

        Repeater {
            model: screen.maker.lines
            delegate: NoteLineDelegate {}
        }
    }

    foot: [
        Banner {
            visible: screen.maker.message !== ""
            text: screen.maker.message
        },
        FilledButton {
            Layout.fillWidth: true
            visible: !screen.handedOver
            enabled: !screen.working && !screen.maker.firstTime
            text: qsTr("Copy the note")
            onClicked: screen.maker.copyText()
        },
        FilledButton {
            Layout.fillWidth: true
            visible: screen.handedOver
            text: qsTr("Done")
            onClicked: screen.done()
        },
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.roomy ? 2 : 1
            columnSpacing: Theme.small

            QuietButton {
                enabled: !screen.working && !screen.maker.firstTime
                text: qsTr("Send by e-mail")
                onClicked: screen.maker.sendEmail()
            }
            QuietButton {
                enabled: !screen.working && !screen.maker.firstTime
                text: qsTr("Save as text")
                onClicked: screen.maker.saveText()
            }
        }
    ]
}
