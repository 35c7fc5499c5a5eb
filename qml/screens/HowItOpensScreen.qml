// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The lock of its own, when it locks by itself, and the recovery code.
ScreenPage {
    id: screen

    required property HowItOpens opens
    required property LockKeeper lockKeeper
    required property OldCopies oldCopies
    required property Settings settings

    readonly property bool locked: screen.lockKeeper.lock !== LockKeeper.NoLock
    readonly property bool byPin: screen.lockKeeper.lock === LockKeeper.Pin
    readonly property bool byPassphrase: screen.lockKeeper.lock === LockKeeper.Passphrase

    heading: qsTr("How Rapport opens")
    canGoBack: true
    spacing: Theme.huge
    Component.onCompleted: screen.focusHeading()

    Banner {
        visible: screen.opens.notice !== ""
        text: screen.opens.notice
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.medium

        Heading {
            large: false
            text: qsTr("A lock of its own")
        }
        BodyText {
            text: screen.byPin ? qsTr("A PIN. It works only together with this device's key store.") : screen.byPassphrase ? qsTr("A passphrase. It opens your notes without the key store of this device, too.") : qsTr("None. This device's key store opens Rapport by itself, so whoever can use your unlocked device can read what you wrote.")
        }
        QuietButton {
            outlined: true
            text: screen.byPin ? qsTr("Choose another PIN") : qsTr("Lock with a PIN")
            onClicked: screen.opens.ask(HowItOpens.ChoosePin)
        }
        QuietButton {
            outlined: true
            text: screen.byPassphrase ? qsTr("Choose another passphrase") : qsTr("Lock with a passphrase")
            onClicked: screen.opens.ask(HowItOpens.ChoosePassphrase)
        }
        QuietButton {
            outlined: true
            visible: screen.locked
            text: qsTr("Take the lock away")
            onClicked: screen.opens.ask(HowItOpens.TakeLockAway)
        }
        SoftText {
            visible: screen.lockKeeper.keyStoreNeedsRepair
            text: screen.byPin ? qsTr("The key store no longer has its part of your PIN. Choose a PIN anew, and both fit again.") : qsTr("The key store did not open your notes. Choose a lock, or give the key store a key that fits.")
        }
        QuietButton {
            outlined: true
            visible: screen.lockKeeper.keyStoreNeedsRepair && !screen.locked
            text: qsTr("Put the key store right")
            onClicked: screen.opens.ask(HowItOpens.RepairKeyStore)
        }
    }
    AutoLockQuestion {
        visible: screen.locked
        settings: screen.settings
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.medium

        Heading {
            large: false
            text: qsTr("Recovery code")
        }
        BodyText {
            text: screen.lockKeeper.hasRecoveryCode ? qsTr("You have one. On this device it opens your notes when nothing else does.") : qsTr("Not yet. If the key store of this device is lost, or you forget what opens Rapport, what you wrote is gone. Nobody can bring it back.")
        }
        QuietButton {
            outlined: true
            text: screen.lockKeeper.hasRecoveryCode ? qsTr("Make a new recovery code") : qsTr("Make a recovery code")
            onClicked: screen.opens.makeCode()
        }
        QuietButton {
            outlined: true
            visible: screen.lockKeeper.hasRecoveryCode
            text: qsTr("Take the code away")
            onClicked: screen.opens.ask(HowItOpens.TakeCodeAway)
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.medium

        Heading {
            large: false
            text: qsTr("The key to your notes")
        }
        BodyText {
            text: qsTr("If somebody may have a copy of your files and an old way into them, give your notes a new key.")
        }
        SoftText {
            visible: !screen.lockKeeper.canRenewKey
            text: qsTr("That is possible when your PIN, passphrase or key store has opened your notes.")
        }
        QuietButton {
            visible: screen.lockKeeper.canRenewKey
            outlined: true
            text: qsTr("Renew the key …")
            onClicked: screen.opens.ask(HowItOpens.RenewKey)
        }
    }
    OldCopiesPart {
        copies: screen.oldCopies
        onDeleteRequested: screen.opens.ask(HowItOpens.DeleteOldCopies)
    }
}
