// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// One thing that can be set: what it is, and the answers.
ColumnLayout {
    id: question

    required property string text
    required property list<string> answers
    required property int index

    signal chosen(index: int)

    Layout.fillWidth: true
    spacing: Theme.small

    Heading {
        large: false
        text: question.text
    }
    ChoiceChips {
        label: question.text
        spokenWithLabel: true
        answers: question.answers
        currentIndex: question.index
        onChosen: index => question.chosen(index)
    }
}
