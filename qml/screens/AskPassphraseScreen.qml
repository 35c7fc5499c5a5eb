// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The vault is locked by a passphrase.
ScreenPage {
    id: screen

    required property Shell shell

    heading: qsTr("Your notes are locked")
    Component.onCompleted: passphrase.again() // nothing else is to be done here

    function open(): void {
        passphrase.commit();
        if (openButton.enabled)
            screen.shell.enterPassphrase(passphrase.text);
    }

    PassphraseField {
        id: passphrase

        label: qsTr("Passphrase")
        focus: true
        onAccepted: screen.open()
    }
    TryAnswer {
        shell: screen.shell
        hint: qsTr("Look at capital letters and the keyboard's language, then try again.")
        onCame: passphrase.again()
    }

    foot: [
        FilledButton {
            id: openButton

            Layout.fillWidth: true
            text: screen.shell.busy ? qsTr("Opening …") : qsTr("Open")
            enabled: passphrase.text !== "" && !screen.shell.busy && screen.shell.waitText === ""
            onClicked: screen.open()
        },
        OtherWaysIn {
            shell: screen.shell
        }
    ]
}
