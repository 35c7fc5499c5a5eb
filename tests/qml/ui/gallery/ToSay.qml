// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

ScreenPage {
    id: page

    required property Words words

    canGoBack: true
    dayLabel: page.words.toSay
    heading: page.words.things

    Card {
        spacing: Theme.small

        CheckRow {
            own: true
            value: true
            text: page.words.first
        }
        CheckRow {
            own: true
            text: page.words.second
        }
    }
    BodyText {
        text: page.words.kind
    }
    ChoiceChips {
        label: page.words.kind
        answers: page.words.kinds
        currentIndex: 2
        optional: true
    }
    foot: UndoBar {
        text: page.words.removed
        undoText: page.words.undo
    }
}
