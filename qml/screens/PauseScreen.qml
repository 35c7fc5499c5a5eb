// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Before a pause: with what, how long, how loud, and the one button.
ScreenPage {
    id: screen

    required property Pause pause

    signal pauseRequested // back to the one that runs

    aboveBar: true
    heading: qsTr("Pause")
    Component.onCompleted: screen.focusHeading()

    Banner {
        visible: screen.pause.problem !== ""
        text: screen.pause.problem
        actionText: screen.pause.state === Pause.Failed ? qsTr("Try again") : ""
        onAction: screen.pause.load()
    }
    ColumnLayout {
        visible: !screen.pause.open
        spacing: Theme.small

        SoftText {
            text: qsTr("With")
            Accessible.ignored: true // the answers' group says it
        }
        ChoiceChips {
            label: qsTr("With")
            answers: screen.pause.titles
            currentIndex: screen.pause.chosen
            accent: Theme.pause
            onChosen: index => screen.pause.choose(index)
        }
        SoftText {
            text: screen.pause.opening
            visible: text !== ""
        }
    }
    Stepper {
        visible: !screen.pause.open
        label: qsTr("How long")
        value: screen.pause.minutesText
        lessName: qsTr("A minute less")
        moreName: qsTr("A minute more")
        onStepped: steps => screen.pause.stepMinutes(steps)
    }
    ColumnLayout {
        visible: !screen.pause.open
        spacing: Theme.small

        SoftText {
            text: qsTr("Bells")
            Accessible.ignored: true
        }
        ChoiceChips {
            label: qsTr("Bells")
            answers: [qsTr("None"), qsTr("Quiet"), qsTr("Clear")]
            currentIndex: screen.pause.loudness
            accent: Theme.pause
            onChosen: index => screen.pause.setLoudness(index)
        }
        SoftText {
            visible: screen.pause.silent
            text: qsTr("Nothing here plays a sound. The screen shows when the pause is over.")
        }
    }
    BodyText {
        visible: screen.pause.open
        text: qsTr("Your pause is still open.")
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            accent: Theme.pause
            text: screen.pause.open ? qsTr("Back to the pause") : qsTr("Begin")
            onClicked: screen.pause.open ? screen.pauseRequested() : screen.pause.start()
        }
    ]
}
