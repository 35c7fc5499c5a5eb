// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The recovery code, shown once, to be written down.
FocusScope {
    id: screen

    required property HowItOpens opens

    signal helpRequested

    function ask(): void {
        question.open();
    }

    ScreenPage {
        id: page

        anchors.fill: parent
        focus: true
        heading: qsTr("Write this down")
        canGoBack: true
        Component.onCompleted: page.focusHeading()
        onBackRequested: screen.ask()
        onHelpRequested: screen.helpRequested()

        BodyText {
            text: qsTr("This code opens your notes on this device when its key store is lost, or you forgot what opens Rapport. It is shown only now, and nowhere else.")
        }
        RecoveryGroups {
            groups: screen.opens.codeGroups
        }
        SoftText {
            text: qsTr("Paper is best, kept where you keep what matters, and not beside this device. There is no letter O, I, L or U in it: a round sign is a zero. The last group finds slips of the pen in the others.")
        }

        foot: [
            FilledButton {
                Layout.fillWidth: true
                text: qsTr("I have written it down")
                onClicked: screen.opens.codeIsWritten()
            },
            QuietButton {
                wide: true
                text: qsTr("Not yet")
                onClicked: screen.ask()
            }
        ]
    }
    ConfirmSheet {
        id: question

        beneath: page
        title: qsTr("Not yet?")
        text: qsTr("Without a recovery code, what you wrote is gone if the key store of this device is lost, or you forget what opens Rapport. Nobody can bring it back. You find this again in the settings.")
        confirmText: qsTr("Show the code again")
        cancelText: qsTr("Leave it for now")
        onCancelled: screen.opens.goBack()
    }
}
