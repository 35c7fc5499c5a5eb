// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// No key store answers on this device, or it is locked: a passphrase can take
// its place.
ScreenPage {
    id: screen

    required property Shell shell

    heading: qsTr("Choose a passphrase")
    Component.onCompleted: screen.focusHeading()

    function choose(): void {
        choice.commit();
        if (chooseButton.enabled)
            screen.shell.choosePassphrase(choice.text);
    }

    BodyText {
        text: screen.shell.keyStoreIsLocked ? qsTr("The key store of this device is locked. Unlock it and look for it again: then Rapport opens by itself. Or a passphrase locks your notes instead; you type it each time you open Rapport.") : qsTr("This device has no key store that answers. A passphrase can lock your notes instead; you type it each time you open Rapport.")
    }
    SoftText {
        text: qsTr("Several words that belong together only for you are best. Nobody can find it again for you: without it, what you wrote stays closed.")
    }
    PassphraseChoice {
        id: choice

        secretChoice: screen.shell.secretChoice
        onAccepted: screen.choose()
    }
    Banner {
        visible: screen.shell.firstProblem !== ""
        text: screen.shell.firstProblem
    }

    foot: [
        FilledButton {
            id: chooseButton

            Layout.fillWidth: true
            text: screen.shell.busy ? qsTr("Keeping it …") : qsTr("Keep my words with it")
            enabled: choice.ready && !screen.shell.busy
            onClicked: screen.choose()
        },
        QuietButton {
            wide: true
            text: qsTr("Look for the key store again")
            enabled: !screen.shell.busy
            onClicked: screen.shell.retry()
        }
    ]
}
