// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Before the notes get another key: when one would want that, and what opens
// them afterwards.
ScreenPage {
    id: screen

    required property KeyRenewal renewal
    required property LockKeeper lockKeeper
    required property StepUp stepUp

    readonly property RecoveryCodeField code: codeField.item as RecoveryCodeField
    readonly property bool codeReady: screen.code === null || screen.code.text === "" || screen.code.complete
    readonly property bool busy: screen.stepUp.state === StepUp.Checking || screen.renewal.checking

    heading: qsTr("Renew the key?")
    canGoBack: true
    Component.onCompleted: {
        screen.renewal.forgetProblem();
        screen.focusHeading();
    }
    Component.onDestruction: screen.stepUp.forget()

    function renew(): void {
        screen.code?.commit();
        if (renewButton.enabled)
            screen.stepUp.showForRenewal(who.typed());
    }

    Connections {
        target: screen.stepUp
        function onShown(): void {
            screen.renewal.begin(screen.code?.text ?? "");
        }
    }

    BodyText {
        text: qsTr("Somebody may once have copied your files, and know a PIN, passphrase or code that opened them then. With those two they keep the key to your notes, whatever you changed since.")
    }
    BodyText {
        text: qsTr("A new key shuts them out of all that you write from then on. What is in their copy, they can still read.")
    }
    BodyText {
        text: qsTr("Your notes are closed for it, encrypted anew and read back. That takes a moment, or some minutes where there is much.")
    }
    SoftText {
        text: qsTr("Back-ups stay as they are: each has a key of its own.")
    }
    Shown {
        id: codeField

        when: screen.lockKeeper.hasRecoveryCode

        RecoveryCodeField {
            title: qsTr("Your recovery code")
            intro: qsTr("You have a recovery code. Type it from your paper, and it goes on counting. If you leave this empty, it opens nothing any more, and you can make another one afterwards.")
            onAccepted: screen.renew()
        }
    }
    Banner {
        seeks: true
        visible: screen.renewal.problem !== ""
        text: screen.renewal.problem
    }
    WhoIsIt {
        id: who

        stepUp: screen.stepUp
        offersCode: false // the new key is made for what is shown here
        onAccepted: screen.renew()
    }

    foot: [
        FilledButton {
            id: renewButton

            Layout.fillWidth: true
            enabled: screen.codeReady && who.complete && !screen.busy
            text: screen.busy ? qsTr("One moment …") : qsTr("Renew the key")
            onClicked: screen.renew()
        }
    ]
}
