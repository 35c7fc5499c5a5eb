// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// Before the lock of its own goes: what is then open to whom.
VaultChange {
    id: screen

    heading: qsTr("Take the lock away?")
    keepText: qsTr("Take the lock away")
    ready: true
    onKeepRequested: screen.lockKeeper.removeLock()

    BodyText {
        text: qsTr("Rapport then opens by itself, with the key store of this device. Whoever can use your unlocked device can read what you wrote.")
    }
    BodyText {
        text: qsTr("While the device is locked or off, your notes stay closed as before.")
    }
}
