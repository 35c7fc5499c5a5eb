// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The recovery code opens what nothing else opens any more.
ScreenPage {
    id: screen

    required property Shell shell

    heading: qsTr("Open with your recovery code")
    Component.onCompleted: code.again() // nothing else is to be done here

    function open(): void {
        code.commit();
        if (openButton.enabled)
            screen.shell.enterRecoveryCode(code.text);
    }

    BodyText {
        text: qsTr("It is the one with seven groups that you wrote down.")
    }
    RecoveryCodeField {
        id: code

        focus: true
        onAccepted: screen.open()
    }
    TryAnswer {
        shell: screen.shell
        hint: qsTr("It is a recovery code, but not of these notes. Perhaps there is a newer one.")
        onCame: code.again()
    }

    foot: [
        FilledButton {
            id: openButton

            Layout.fillWidth: true
            text: screen.shell.busy ? qsTr("Opening …") : qsTr("Open")
            enabled: code.complete && !screen.shell.busy && screen.shell.waitText === ""
            onClicked: screen.open()
        },
        OtherWaysIn {
            shell: screen.shell
        }
    ]
}
