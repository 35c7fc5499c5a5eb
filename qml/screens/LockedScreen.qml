// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Locked by the person; nothing of what they wrote is in memory to be read.
ScreenPage {
    id: screen

    required property Shell shell

    heading: qsTr("Locked")
    Component.onCompleted: screen.focusHeading()

    BodyText {
        text: qsTr("Your notes are closed until you open them again.")
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            text: qsTr("Open my notes")
            onClicked: screen.shell.retry()
        }
    ]
}
