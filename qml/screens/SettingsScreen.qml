// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What can be set for this device. Every answer holds at once.
ScreenPage {
    id: screen

    required property Settings settings
    property string helpRegion: "" // a country's name; empty while none was chosen
    property bool canLock: false

    signal lockRequested
    signal opensRequested
    signal protectsRequested
    signal aboutRequested
    signal backupRequested
    signal eraseRequested

    heading: qsTr("Settings")
    canGoBack: true
    spacing: Theme.huge
    Component.onCompleted: screen.focusHeading()

    Banner {
        visible: screen.settings.state === Settings.NotKept
        text: screen.settings.problem
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.medium

        QuietButton {
            wide: true
            outlined: true
            text: qsTr("How Rapport opens")
            onClicked: screen.opensRequested()
        }
        LabelledButton {
            wide: true
            outlined: true
            visible: screen.canLock
            glyph: Icon.Lock
            text: qsTr("Lock now")
            onClicked: screen.lockRequested()
        }
    }
    SettingQuestion {
        text: qsTr("Light or dark")
        answers: screen.settings.colourAnswers
        index: screen.settings.colourIndex
        onChosen: index => screen.settings.colourIndex = index
    }
    SettingQuestion {
        text: qsTr("Size of the letters")
        answers: screen.settings.letterAnswers
        index: screen.settings.letterIndex
        onChosen: index => screen.settings.letterIndex = index
    }
    SettingQuestion {
        text: qsTr("Contrast")
        answers: screen.settings.contrastAnswers
        index: screen.settings.contrastIndex
        onChosen: index => screen.settings.contrastIndex = index
    }
    SettingQuestion {
        text: qsTr("Movement on the screen")
        answers: screen.settings.motionAnswers
        index: screen.settings.motionIndex
        onChosen: index => screen.settings.motionIndex = index
    }
    PrivacyQuestions {
        settings: screen.settings
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.medium

        Heading {
            large: false
            text: qsTr("More about Rapport")
        }
        QuietButton {
            wide: true
            outlined: true
            text: qsTr("What this protects, and what it cannot")
            onClicked: screen.protectsRequested()
        }
        QuietButton {
            wide: true
            outlined: true
            text: screen.helpRegion !== "" ? qsTr("Country of Help now: %1").arg(screen.helpRegion) : qsTr("Choose the country of Help now")
            onClicked: screen.helpRequested()
        }
        QuietButton {
            wide: true
            outlined: true
            text: qsTr("About Rapport")
            onClicked: screen.aboutRequested()
        }
        QuietButton {
            wide: true
            outlined: true
            text: qsTr("Back up …")
            onClicked: screen.backupRequested()
        }
        QuietButton {
            wide: true
            outlined: true
            text: qsTr("Delete everything …")
            onClicked: screen.eraseRequested()
        }
    }
}
