// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What was saved of a damaged file and what was lost, and where the file is.
ScreenPage {
    id: screen

    required property Shell shell

    readonly property Salvager salvager: screen.shell.salvager

    heading: qsTr("What was saved")
    Component.onCompleted: screen.focusHeading()

    BodyText {
        text: screen.salvager.summary
    }
    Repeater {
        model: screen.salvager.lines

        BodyText {
            required property string modelData

            text: modelData
        }
    }
    SoftText {
        text: qsTr("The damaged file is kept, in case somebody can get more out of it: %1").arg(screen.salvager.keptIn)
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            text: qsTr("Open my notes")
            onClicked: screen.shell.retry()
        }
    ]
}
