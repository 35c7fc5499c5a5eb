// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

Item {
    id: both

    required property Words words

    Today {
        id: beneath

        anchors.fill: parent
        words: both.words
    }
    ConfirmSheet {
        beneath: beneath
        title: both.words.askTitle
        text: both.words.askText
        confirmText: both.words.askYes
        cancelText: both.words.later
        Component.onCompleted: open()
    }
}
