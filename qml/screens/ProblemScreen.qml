// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Something stands between the person and what they wrote: what happened,
// that nothing was lost, what to do.
ScreenPage {
    id: screen

    required property Shell shell

    heading: screen.shell.problemTitle
    Component.onCompleted: screen.focusHeading()

    BodyText {
        text: screen.shell.problemText
    }
    BodyText {
        text: screen.shell.problemAdvice
    }
    BodyText {
        visible: screen.shell.noOtherWay !== ""
        text: screen.shell.noOtherWay
    }
    SoftText {
        visible: screen.shell.dataFolder !== ""
        text: qsTr("Rapport's folder: %1").arg(screen.shell.dataFolder)
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            visible: screen.shell.canSalvage
            text: qsTr("Save what can be saved")
            onClicked: screen.shell.salvage()
        },
        FilledButton {
            Layout.fillWidth: true
            visible: screen.shell.canRetry && !screen.shell.canSalvage
            enabled: !screen.shell.busy
            text: qsTr("Try again")
            onClicked: screen.shell.retry()
        },
        QuietButton {
            wide: true
            visible: screen.shell.canRetry && screen.shell.canSalvage
            enabled: !screen.shell.busy
            text: qsTr("Try again")
            onClicked: screen.shell.retry()
        },
        OtherWaysIn {
            shell: screen.shell
        },
        QuietButton {
            wide: true
            text: qsTr("Close Rapport")
            onClicked: Qt.quit()
        }
    ]
}
