// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// A page that changes what opens the vault: what is chosen stands in it, then
// who it is, then the one thing to do.
ScreenPage {
    id: screen

    required property LockKeeper lockKeeper
    required property StepUp stepUp
    required property bool ready // what is chosen can be kept
    property string keepText: ""
    property alias offersCode: who.offersCode
    default property alias choice: chosen.data

    readonly property bool busy: screen.stepUp.state === StepUp.Checking || screen.lockKeeper.state === LockKeeper.Changing

    signal keepRequested // it was shown who it is

    canGoBack: true
    Component.onCompleted: {
        screen.lockKeeper.forgetProblem();
        screen.focusHeading();
    }
    Component.onDestruction: screen.stepUp.forget()

    function keep(): void {
        if (keepButton.enabled)
            screen.stepUp.show(who.typed());
    }

    Connections {
        target: screen.stepUp
        function onShown(): void {
            screen.keepRequested();
        }
    }

    content: [
        ColumnLayout {
            id: chosen

            Layout.fillWidth: true
            spacing: Theme.large
        },
        WhoIsIt {
            id: who

            stepUp: screen.stepUp
            onAccepted: screen.keep()
        },
        Banner {
            seeks: true
            visible: screen.lockKeeper.problem !== ""
            text: screen.lockKeeper.problem
        }
    ]

    foot: [
        FilledButton {
            id: keepButton

            Layout.fillWidth: true
            text: screen.busy ? qsTr("One moment …") : screen.keepText
            enabled: screen.ready && who.complete && !screen.busy
            onClicked: screen.keep()
        }
    ]
}
