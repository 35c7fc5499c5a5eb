// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// No key store answers on this device: a passphrase can take its place.
ScreenPage {
    id: screen

    required property Shell shell

    readonly property bool same: first.text === second.text

    heading: qsTr("Choose a passphrase")
    Component.onCompleted: screen.focusHeading()

    function choose(): void {
        first.commit();
        second.commit();
        if (chooseButton.enabled)
            screen.shell.choosePassphrase(first.text);
    }

    BodyText {
        text: qsTr("This device has no key store that answers. A passphrase can lock your notes instead; you type it each time you open Rapport.")
    }
    SoftText {
        text: qsTr("Several words that belong together only for you are best. Nobody can find it again for you: without it, what you wrote stays closed.")
    }
    PassphraseField {
        id: first

        label: qsTr("Passphrase")
        description: qsTr("At least eight characters")
        onTextChanged: screen.shell.judgePassphrase(text)
        onAccepted: second.forceActiveFocus(Qt.TabFocusReason)
    }
    SoftText {
        visible: first.text !== "" && screen.shell.passphraseProblem !== ""
        text: screen.shell.passphraseProblem
    }
    PassphraseField {
        id: second

        label: qsTr("The same again")
        onAccepted: screen.choose()
    }
    SoftText {
        visible: second.text !== "" && !screen.same
        text: qsTr("The two are not the same yet.")
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
            enabled: first.text !== "" && screen.same && screen.shell.passphraseProblem === "" && !screen.shell.busy
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
