// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// One quiet line about a back-up that is due, or that was stopped.
Card {
    id: card

    required property BackupOffer offer

    BodyText {
        text: card.offer.text
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.small

        QuietButton {
            outlined: true
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Back up now")
            onClicked: card.offer.accept()
        }
        QuietButton {
            width: Math.min(implicitWidth, parent.width)
            text: card.offer.declineText
            onClicked: card.offer.decline()
        }
    }
}
