// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// A PIN as the lock of the vault that is open.
VaultChange {
    id: screen

    required property SecretChoice secretChoice

    heading: qsTr("Choose a PIN")
    keepText: qsTr("Lock with this PIN")
    ready: first.text !== "" && first.text === second.text && screen.secretChoice.pinProblem === ""
    onKeepRequested: screen.lockKeeper.setPin(first.text)

    BodyText {
        text: qsTr("Six digits or more. It works only on this device, together with its key store, and after several wrong tries each further one has to wait longer.")
    }
    SoftText {
        text: screen.lockKeeper.hasRecoveryCode ? qsTr("Nobody can find it again for you. Your recovery code opens Rapport when it is forgotten.") : qsTr("Nobody can find it again for you. A recovery code opens Rapport when it is forgotten; you have none yet, and can make one afterwards.")
    }
    PassphraseField {
        id: first

        label: qsTr("New PIN")
        description: qsTr("Six to twelve digits")
        digitsOnly: true
        onTextChanged: screen.secretChoice.judgePin(text)
        onAccepted: second.forceActiveFocus(Qt.TabFocusReason)
    }
    SoftText {
        visible: first.text !== "" && text !== ""
        text: screen.secretChoice.pinProblem
    }
    PassphraseField {
        id: second

        label: qsTr("The same again")
        digitsOnly: true
        onAccepted: screen.keep()
    }
    SoftText {
        visible: second.text !== "" && first.text !== second.text
        text: qsTr("The two are not the same yet.")
    }
}
