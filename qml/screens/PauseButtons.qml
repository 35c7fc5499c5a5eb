// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What can be done in a pause. The time left is told to whoever asks.
ColumnLayout {
    id: buttons

    required property Pause pause

    readonly property bool finished: buttons.pause.state === Pause.Finished
    readonly property bool held: buttons.pause.state === Pause.Held
    property bool timeShown: false

    signal writeRequested

    Layout.fillWidth: true
    Layout.maximumWidth: Theme.boundless // also where no button is as wide
    spacing: Theme.small

    FilledButton {
        Layout.fillWidth: true
        visible: buttons.held
        accent: Theme.pause
        text: qsTr("Go on")
        onClicked: buttons.pause.goOn()
    }
    FilledButton {
        Layout.fillWidth: true
        visible: buttons.finished
        accent: Theme.pause
        text: qsTr("Done")
        onClicked: buttons.pause.end()
    }
    GridLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: false // in the middle, as wide as their words
        columns: Theme.roomy ? 3 : 2
        columnSpacing: Theme.small
        rowSpacing: 0

        QuietButton {
            visible: buttons.pause.state === Pause.Running
            foreground: Theme.pause.inkOnGround
            text: qsTr("Hold")
            accessibleName: qsTr("Hold the pause")
            onClicked: buttons.pause.hold()
        }
        QuietButton {
            visible: !buttons.finished
            foreground: Theme.pause.inkOnGround
            text: qsTr("End")
            accessibleName: qsTr("End the pause")
            onClicked: buttons.pause.end()
        }
        QuietButton {
            visible: !buttons.finished
            Layout.columnSpan: Theme.roomy || buttons.held ? 1 : 2
            Layout.alignment: Qt.AlignHCenter
            foreground: Theme.pause.inkOnGround
            text: buttons.timeShown ? buttons.pause.remaining : qsTr("Time left")
            accessibleName: buttons.timeShown ? qsTr("%1. Hide the time").arg(buttons.pause.remainingWords) : qsTr("Show the time left")
            onClicked: buttons.timeShown = !buttons.timeShown
        }
        QuietButton {
            visible: buttons.finished
            foreground: Theme.pause.inkOnGround
            text: qsTr("Write it down")
            onClicked: buttons.writeRequested()
        }
    }
}
