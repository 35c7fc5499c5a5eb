// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The end of the older copies. Said whole before it is done; like all that
// cannot be undone it takes two deliberate acts, and knowing what opens Rapport.
ScreenPage {
    id: screen

    required property OldCopies copies
    required property StepUp stepUp

    readonly property bool busy: screen.stepUp.state === StepUp.Checking || screen.copies.state === OldCopies.Removing

    heading: qsTr("Delete the older copies")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()
    Component.onDestruction: screen.stepUp.forget()

    function remove(): void {
        if (removeButton.enabled)
            screen.stepUp.show(who.typed());
    }

    Connections {
        target: screen.stepUp
        function onShown(): void {
            if (sure.checked)
                screen.copies.remove();
        }
    }

    Repeater {
        model: screen.copies.lines

        BodyText {
            required property string modelData

            text: modelData
        }
    }
    BodyText {
        text: qsTr("What you see in Rapport now stays as it is. What is only in those copies is gone afterwards, and it cannot be undone.")
    }
    CheckRow {
        id: sure

        text: qsTr("I need nothing of them any more")
        onPicked: on => sure.value = on
    }
    WhoIsIt {
        id: who

        stepUp: screen.stepUp
        onAccepted: screen.remove()
    }
    Banner {
        visible: screen.copies.problem !== ""
        text: screen.copies.problem
    }

    foot: [
        FilledButton {
            id: removeButton

            Layout.fillWidth: true
            enabled: sure.checked && who.complete && !screen.busy
            text: screen.busy ? qsTr("One moment …") : qsTr("Delete them")
            onClicked: screen.remove()
        }
    ]
}
