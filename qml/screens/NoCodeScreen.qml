// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// Before the recovery code goes: what is then left.
VaultChange {
    id: screen

    heading: qsTr("Take the recovery code away?")
    keepText: qsTr("Take the code away")
    ready: true
    offersCode: false // what goes cannot be all that is known to open it
    onKeepRequested: screen.lockKeeper.removeRecoveryCode()

    BodyText {
        text: qsTr("The code on your paper then opens nothing any more. Tear it up all the same: somebody may have a copy of your files from before.")
    }
    BodyText {
        text: qsTr("If what opens Rapport is lost or forgotten after that, what you wrote is gone.")
    }
}
