// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// When the notes lock by themselves. To be asked where there is a lock.
ColumnLayout {
    id: question

    required property Settings settings

    Layout.fillWidth: true
    spacing: Theme.small

    SettingQuestion {
        text: qsTr("Lock by itself")
        answers: question.settings.autoLockAnswers
        index: question.settings.autoLockIndex
        onChosen: index => question.settings.autoLockIndex = index
    }
    SoftText {
        text: question.settings.autoLockWords
    }
    SoftText {
        text: qsTr("Around a session it waits: from half an hour before until half an hour after it begins, and for half an hour once you said that you are about to go in. A pause that you look at holds it off, too.")
    }
}
