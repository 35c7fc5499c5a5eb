// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// Offered once, when there is something to lose. "Not yet" is a good answer,
// and says what it means.
Card {
    id: card

    required property TodayScreen today

    BodyText {
        text: qsTr("What you write opens with a key that this device keeps. If the key is lost, so are the words; a recovery code on paper brings them back.")
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.small

        QuietButton {
            outlined: true
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Make a recovery code")
            onClicked: card.today.recoveryCodeRequested()
        }
        QuietButton {
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Not yet")
            onClicked: card.today.recoveryCodeDeclined()
        }
    }
}
