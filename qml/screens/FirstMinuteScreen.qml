// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The first thing anybody sees: what this is, and a line to write on.
ScreenPage {
    id: screen

    required property Shell shell

    readonly property bool creating: screen.shell.view === Shell.Creating

    heading: qsTr("For what is hard to say in therapy.")
    Component.onCompleted: screen.focusHeading()

    function keep(): void {
        line.commit();
        screen.shell.keepFirst(line.text);
    }

    Banner {
        visible: screen.shell.erased
        text: qsTr("Everything was deleted. Rapport is as on the first day.")
    }
    BodyText {
        text: qsTr("Write it when it comes. Bring it when you're ready.")
    }
    SoftText {
        text: qsTr("It stays on this device unless you show it, send it or save a copy. No one is watching, and no one is alerted.")
    }
    Banner {
        visible: screen.shell.firstProblem !== ""
        text: screen.shell.firstProblem
    }

    foot: [
        WritingField {
            id: line

            label: qsTr("Something I'd like my therapist to know")
            placeholder: qsTr("Something I'd like my therapist to know …")
            text: screen.shell.firstText
            minimumLines: 3
            maximumLines: 6
            readOnly: screen.creating
            onTextChanged: screen.shell.firstText = text
            onAccepted: screen.keep()
        },
        FilledButton {
            Layout.fillWidth: true
            text: screen.creating ? qsTr("Keeping it …") : qsTr("Keep it")
            enabled: !line.empty && !screen.creating
            onClicked: screen.keep()
        },
        QuietButton {
            wide: true
            text: qsTr("I have a back-up")
            enabled: !screen.creating
            onClicked: screen.shell.seekBackup()
        }
    ]
}
