// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

ScreenPage {
    id: page

    required property Words words

    heading: page.words.toSay

    EmptyState {
        text: page.words.nothing
        hint: page.words.hint
    }
    BusyState {
        text: page.words.opening
        shown: true
    }
    Banner {
        text: page.words.full
        actionText: page.words.again
        dismissText: page.words.later
    }
    foot: UndoBar {
        text: page.words.removed
        undoText: page.words.undo
    }
}
