// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The other secrets that the vault at the door would open to.
ColumnLayout {
    id: ways

    required property Shell shell

    Layout.fillWidth: true
    spacing: Theme.medium
    visible: ways.shell.canUsePassphrase || ways.shell.canUsePin || ways.shell.canUseRecoveryCode

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
}
