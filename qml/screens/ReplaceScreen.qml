// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Before a back-up may take the place of the notes that are open: what becomes
// of them, and who it is. Which back-up is asked on the page that follows.
ScreenPage {
    id: screen

    required property StepUp stepUp
    property bool held: false // something waits for room on the disk

    readonly property bool checking: screen.stepUp.state === StepUp.Checking

    signal replaceRequested // it was shown who it is

    heading: qsTr("Restore from a back-up")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()
    Component.onDestruction: screen.stepUp.forget()

    function goOn(): void {
        if (goOnButton.enabled)
            screen.stepUp.show(who.typed());
    }

    Connections {
        target: screen.stepUp
        function onShown(): void {
            screen.replaceRequested();
        }
    }

    BodyText {
        text: qsTr("What is in the back-up takes the place of everything in Rapport. Whatever you wrote after it was made is not in it.")
    }
    BodyText {
        text: qsTr("The notes you have now are kept aside in Rapport's folder for 30 days, locked as they are. No button brings them back: if you may want them, back them up first.")
    }
    BodyText {
        text: qsTr("A lock and a recovery code stay with those notes. What comes back opens with this device's key store, or with a passphrase you then choose where there is none.")
    }
    SoftText {
        text: qsTr("Your notes are closed for this. Nothing is changed before you have seen what is in the back-up and said yes.")
    }
    Banner {
        visible: screen.held
        text: qsTr("What you typed last could not be written to the disk yet. See to that first; nothing was changed.")
    }
    WhoIsIt {
        id: who

        stepUp: screen.stepUp
        onAccepted: screen.goOn()
    }

    foot: [
        FilledButton {
            id: goOnButton

            Layout.fillWidth: true
            enabled: who.complete && !screen.checking && !screen.held
            text: screen.checking ? qsTr("One moment …") : qsTr("Choose the back-up")
            onClicked: screen.goOn()
        }
    ]
}
