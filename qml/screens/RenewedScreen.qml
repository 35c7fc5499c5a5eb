// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// How the renewal of the key ended, and what still lies under older keys.
ScreenPage {
    id: screen

    required property HowItOpens opens
    required property OldCopies copies

    heading: screen.opens.renewalHeading
    canGoBack: true
    Component.onCompleted: screen.focusHeading()

    BodyText {
        text: screen.opens.renewalText
    }
    OldCopiesPart {
        copies: screen.copies
        onDeleteRequested: screen.opens.ask(HowItOpens.DeleteOldCopies)
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            text: qsTr("Done")
            onClicked: screen.backRequested()
        }
    ]
}
