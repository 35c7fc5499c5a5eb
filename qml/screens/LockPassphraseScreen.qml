// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// A passphrase as the lock of the vault that is open.
VaultChange {
    id: screen

    required property SecretChoice secretChoice

    heading: qsTr("Choose a passphrase")
    keepText: qsTr("Lock with this passphrase")
    ready: choice.ready
    onKeepRequested: screen.lockKeeper.setPassphrase(choice.text)

    BodyText {
        text: qsTr("You type it each time you open Rapport. It opens your notes without the key store of this device, too.")
    }
    SoftText {
        text: screen.lockKeeper.hasRecoveryCode ? qsTr("Nobody can find it again for you. Your recovery code opens Rapport when it is forgotten.") : qsTr("Nobody can find it again for you. A recovery code opens Rapport when it is forgotten; you have none yet, and can make one afterwards.")
    }
    PassphraseChoice {
        id: choice

        label: qsTr("New passphrase")
        secretChoice: screen.secretChoice
        onAccepted: screen.keep()
    }
}
