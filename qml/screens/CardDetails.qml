// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What may be said about a card, all of it optional.
ColumnLayout {
    id: details

    required property CardEditor editor

    property bool more: false

    Layout.fillWidth: true
    spacing: Theme.medium

    Heading {
        large: false
        text: qsTr("How far has it come?")
    }
    ChoiceChips {
        label: qsTr("How far has it come?")
        answers: details.editor.wayAnswers
        currentIndex: details.editor.wayIndex
        onChosen: index => details.editor.wayIndex = index
    }
    CheckRow {
        text: qsTr("Private: never put into a note")
        value: details.editor.isPrivate
        onPicked: on => details.editor.isPrivate = on
    }
    QuietButton {
        visible: !details.more
        outlined: true
        text: qsTr("More")
        accessibleName: qsTr("More about this card")
        onClicked: details.more = true
    }
    Heading {
        visible: details.more
        large: false
        text: qsTr("What is it?")
    }
    ChoiceChips {
        visible: details.more
        label: qsTr("What is it?")
        answers: details.editor.kindAnswers
        currentIndex: details.editor.kindIndex
        optional: true
        onChosen: index => details.editor.kindIndex = index
    }
    Heading {
        visible: details.more
        large: false
        text: qsTr("How hard is it to say?")
    }
    ChoiceChips {
        visible: details.more
        label: qsTr("How hard is it to say?")
        answers: details.editor.hardnessAnswers
        currentIndex: details.editor.hardnessIndex
        optional: true
        onChosen: index => details.editor.hardnessIndex = index
    }
}
