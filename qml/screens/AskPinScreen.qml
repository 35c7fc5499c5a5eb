// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The vault is locked by a PIN.
ScreenPage {
    id: screen

    required property Shell shell

    heading: qsTr("Your notes are locked")
    Component.onCompleted: pin.again() // nothing else is to be done here

    function open(): void {
        pin.commit();
        if (openButton.enabled)
            screen.shell.enterPin(pin.text);
    }

    PassphraseField {
        id: pin

        label: qsTr("PIN")
        digitsOnly: true
        focus: true
        onTextChanged: screen.shell.secretChoice.judgePin(text)
        onAccepted: screen.open()
    }
    SoftText {
        visible: pin.text !== "" && !screen.shell.secretChoice.pinIsDigits
        text: screen.shell.secretChoice.pinProblem
    }
    TryAnswer {
        shell: screen.shell
        hint: qsTr("Look at it with the eye beside the field, then try again.")
        onCame: pin.again()
    }

    foot: [
        FilledButton {
            id: openButton

            Layout.fillWidth: true
            text: screen.shell.busy ? qsTr("Opening …") : qsTr("Open")
            enabled: pin.text !== "" && screen.shell.secretChoice.pinIsDigits && !screen.shell.busy && screen.shell.waitText === ""
            onClicked: screen.open()
        },
        OtherWaysIn {
            shell: screen.shell
        }
    ]
}
