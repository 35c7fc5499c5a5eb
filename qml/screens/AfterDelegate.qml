// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One thing that was to come up: the words, what became of them, and, if they
// came up, what was agreed.
Card {
    id: row

    required property string uid
    required property string text
    required property int answer
    required property string stateWords
    required property bool tellsAgreed
    required property string agreed
    required property list<string> answers

    readonly property string brief: row.text.length > 60 ? row.text.slice(0, 60) + "…" : row.text

    signal answered(uid: string, index: int)
    signal agreedTyped(uid: string, text: string)

    OwnWords {
        text: row.text
    }
    SoftText {
        visible: row.stateWords !== ""
        text: row.stateWords
    }
    ChoiceChips {
        label: row.brief
        spokenWithLabel: true
        answers: row.answers
        currentIndex: row.answer
        onChosen: index => row.answered(row.uid, index)
    }
    WritingField {
        visible: row.tellsAgreed
        label: qsTr("What we agreed: %1").arg(row.brief)
        placeholder: qsTr("What we agreed, if anything …")
        text: row.agreed
        minimumLines: 2
        maximumLines: 4
        onTextChanged: row.agreedTyped(row.uid, text)
    }
}
