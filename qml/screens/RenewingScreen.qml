// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// The notes get another key. It cannot be stopped halfway, and need not be.
ScreenPage {
    id: screen

    required property Shell shell

    heading: qsTr("Renewing the key")
    Component.onCompleted: screen.focusHeading()

    BodyText {
        text: qsTr("Your notes are closed meanwhile and open again by themselves. Should the device stop, nothing is lost: they open as before.")
    }
    SoftText {
        text: screen.shell.renewer.stepText
    }
}
