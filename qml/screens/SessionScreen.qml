// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The date of the next session, and with whom it is.
ScreenPage {
    id: screen

    required property NextSession session

    signal done

    heading: qsTr("When is your next session?")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()

    Connections {
        target: screen.session
        function onSaved(): void {
            screen.done();
        }
    }

    Banner {
        visible: screen.session.problem !== ""
        text: screen.session.problem
    }
    Stepper {
        label: qsTr("Day")
        value: screen.session.editDay
        lessName: qsTr("A day earlier")
        moreName: qsTr("A day later")
        onStepped: steps => screen.session.stepDays(steps)
    }
    QuietButton {
        text: qsTr("A week later")
        onClicked: screen.session.stepWeeks(1)
    }
    Stepper {
        label: qsTr("Time")
        value: screen.session.editTime
        lessName: qsTr("A quarter of an hour earlier")
        moreName: qsTr("A quarter of an hour later")
        onStepped: steps => screen.session.stepQuarters(steps)
    }
    SoftText {
        visible: screen.session.editIsPast
        text: qsTr("This has already been. Choose a later time.")
    }
    WithWhom {
        therapist: screen.session.therapist
    }
    QuietButton {
        visible: screen.session.nextKnown
        text: qsTr("There is no next session")
        onClicked: screen.session.remove()
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            text: qsTr("Set this date")
            enabled: !screen.session.editIsPast
            onClicked: screen.session.save()
        }
    ]
}
