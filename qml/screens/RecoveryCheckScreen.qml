// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// The code as it was written down, typed back: only then it counts.
VaultChange {
    id: screen

    required property HowItOpens opens

    heading: qsTr("Type it from your paper")
    backText: qsTr("Show it again")
    keepText: qsTr("Make it count")
    ready: code.complete
    onKeepRequested: if (screen.opens.checkCode(code.text))
        screen.opens.keepCode()

    BodyText {
        text: qsTr("So you know that it is right on paper. It counts once it is typed here.")
    }
    RecoveryCodeField {
        id: code

        onAccepted: screen.keep()
    }
    Banner {
        visible: screen.opens.problem !== ""
        text: screen.opens.problem
    }
}
