// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The other secrets that the vault at the door would open to, and the way on
// where none of them is known any more.
ColumnLayout {
    id: ways

    required property Shell shell

    Layout.fillWidth: true
    spacing: Theme.medium
    visible: ways.shell.canUsePassphrase || ways.shell.canUsePin || ways.shell.canUseRecoveryCode || ways.shell.canRestore

    QuietButton {
        wide: true
        visible: ways.shell.canUsePin
        enabled: !ways.shell.busy
        text: qsTr("Use my PIN")
        onClicked: ways.shell.usePin()
    }
    QuietButton {
        wide: true
        visible: ways.shell.canUsePassphrase
        enabled: !ways.shell.busy
        text: qsTr("Use my passphrase")
        onClicked: ways.shell.usePassphrase()
    }
    QuietButton {
        wide: true
        visible: ways.shell.canUseRecoveryCode
        enabled: !ways.shell.busy
        text: qsTr("Use my recovery code")
        onClicked: ways.shell.useRecoveryCode()
    }
    QuietButton {
        wide: true
        visible: ways.shell.canRestore
        enabled: !ways.shell.busy
        text: qsTr("Restore a back-up")
        onClicked: ways.shell.seekBackup()
    }
}
