// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Somebody to reach, now: behind no lock and without a network.
ScreenPage {
    id: screen

    required property HelpNow helpNow

    property bool choosing: !screen.helpNow.confirmed

    heading: qsTr("Help now")
    canGoBack: true
    helpShown: false
    Component.onCompleted: screen.focusHeading()

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Heading {
            text: screen.helpNow.regionName !== "" ? screen.helpNow.regionName : screen.choosing ? qsTr("Which country are you in?") : qsTr("Another country")
        }
        QuietButton {
            visible: !screen.choosing
            outlined: true
            text: qsTr("Change")
            accessibleName: qsTr("Change the country")
            onClicked: screen.choosing = true
        }
    }
    BodyText {
        visible: screen.choosing
        text: qsTr("In danger right now? Call your emergency number, or go to somebody near you.")
    }
    Shown {
        when: screen.choosing

        HelpRegions {
            helpNow: screen.helpNow
            onDone: screen.choosing = false
        }
    }
    Banner {
        visible: screen.helpNow.message !== ""
        text: screen.helpNow.message
    }
    Shown {
        when: screen.helpNow.emergency !== "" && !screen.choosing

        HelpLineDelegate {
            name: qsTr("In danger right now? The emergency number")
            number: screen.helpNow.emergency
            byText: false
            speaks: ""
            onReached: (number, byText) => screen.helpNow.reach(number, byText)
        }
    }
    Repeater {
        model: screen.choosing ? null : screen.helpNow
        delegate: HelpLineDelegate {
            onReached: (number, byText) => screen.helpNow.reach(number, byText)
        }
    }
    BodyText {
        visible: !screen.helpNow.covered && !screen.choosing
        text: qsTr("Rapport knows no line here that it could check, and shows none of another country. Call your emergency number, go to the nearest hospital, or tell somebody near you.")
    }
    SoftText {
        visible: screen.helpNow.covered && !screen.choosing
        text: screen.helpNow.outOfDate ? qsTr("Checked on %1; this may be out of date.").arg(screen.helpNow.checkedOn) : qsTr("Checked on %1.").arg(screen.helpNow.checkedOn)
    }
    SoftText {
        text: qsTr("Rapport does not call anybody by itself and tells nobody that you were here.")
    }
}
