// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// What is left of a damaged file is being saved; it can be stopped.
ScreenPage {
    id: screen

    required property Shell shell

    readonly property Salvager salvager: screen.shell.salvager

    heading: qsTr("Saving what can be saved")
    Component.onCompleted: screen.focusHeading()

    BodyText {
        text: qsTr("The damaged file is only read. If you stop, everything is as it was before.")
    }
    SoftText {
        text: screen.salvager.stopping ? qsTr("Stopping …") : qsTr("%1 % done").arg(Math.floor(screen.salvager.share * 100))
    }

    foot: [
        QuietButton {
            wide: true
            enabled: !screen.salvager.stopping
            text: qsTr("Stop")
            onClicked: screen.salvager.stop()
        }
    ]
}
