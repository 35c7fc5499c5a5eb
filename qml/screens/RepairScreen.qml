// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// Another way opened the vault, though the key store should have.
VaultChange {
    id: screen

    heading: qsTr("Put the key store right?")
    keepText: qsTr("Put it right")
    ready: true
    onKeepRequested: screen.lockKeeper.repairKeyStore()

    BodyText {
        text: qsTr("This device's key store did not open your notes. Rapport can put a key there that fits, so that it opens them by itself again.")
    }
    BodyText {
        text: qsTr("Whoever can use your unlocked device can then read what you wrote, unless you choose a lock.")
    }
}
