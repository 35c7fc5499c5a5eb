// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// Offered once, when there is something to lose. "Not yet" is a good answer,
// and says what it means.
Card {
    id: card

    signal makeRequested
    signal notYet

    BodyText {
        text: qsTr("What you wrote opens only with the key in this device's key store. A recovery code on paper opens it when that key is lost.")
    }
    SoftText {
        text: qsTr("Without one, your words are gone with the key. You find this in the settings, too.")
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.small

        QuietButton {
            outlined: true
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Make a recovery code")
            onClicked: card.makeRequested()
        }
        QuietButton {
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Not yet")
            onClicked: card.notYet()
        }
    }
}
