// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One thing that can happen: what Rapport does about it, and what it cannot.
Card {
    id: card

    required property string when
    property string does: ""
    required property string cannot

    spacing: Theme.small

    Heading {
        large: false
        text: card.when
    }
    SoftText {
        visible: card.does !== ""
        text: qsTr("What Rapport does")
    }
    BodyText {
        visible: card.does !== ""
        text: card.does
    }
    SoftText {
        text: qsTr("What it cannot do")
    }
    BodyText {
        text: card.cannot
    }
}
