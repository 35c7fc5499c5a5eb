// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What is to be hidden from eyes nearby.
ColumnLayout {
    id: questions

    required property Settings settings

    Layout.fillWidth: true
    spacing: Theme.huge

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        SettingQuestion {
            text: qsTr("Cover the screen when I'm elsewhere")
            answers: questions.settings.coverAnswers
            index: questions.settings.coverIndex
            onChosen: index => questions.settings.coverIndex = index
        }
        SoftText {
            text: qsTr("While another window or app is in front, Rapport shows an empty page.")
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        SettingQuestion {
            text: qsTr("Veil my words until I ask for them")
            answers: questions.settings.veilAnswers
            index: questions.settings.veilIndex
            onChosen: index => questions.settings.veilIndex = index
        }
        SoftText {
            text: qsTr("Lists are To say and Looking back. One press shows them.")
        }
    }
}
