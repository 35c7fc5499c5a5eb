// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The end of everything that was written. Said whole before it is done; it
// takes two deliberate acts, and where there is a lock, knowing what opens it.
ScreenPage {
    id: screen

    required property StepUp stepUp

    readonly property bool checking: screen.stepUp.state === StepUp.Checking

    signal eraseRequested // it was shown who it is

    heading: qsTr("Delete everything")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()
    Component.onDestruction: screen.stepUp.forget()

    function erase(): void {
        if (!sure.checked || screen.checking)
            return;
        screen.stepUp.show(who.typed());
    }

    Connections {
        target: screen.stepUp
        function onShown(): void {
            if (sure.checked)
                screen.eraseRequested();
        }
    }

    BodyText {
        text: qsTr("This takes every word off this device: what you wrote, your moods, sessions and notes, older copies and damaged files, and the key to them. Only your answers under Settings, and the country of Help now, stay as they are.")
    }
    BodyText {
        text: qsTr("It cannot be undone, not even for ten minutes. Back-ups that you saved somewhere else stay there, and still open with their passphrase. What you sent stays with whoever has it.")
    }
    CheckRow {
        id: sure

        text: qsTr("I know that none of it can be brought back")
        onPicked: on => sure.value = on
    }
    WhoIsIt {
        id: who

        stepUp: screen.stepUp
        onAccepted: screen.erase()
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            enabled: sure.checked && who.complete && !screen.checking
            text: screen.checking ? qsTr("One moment …") : qsTr("Delete it all")
            onClicked: screen.erase()
        }
    ]
}
