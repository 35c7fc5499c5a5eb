// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// Takes back that a card was noted as shown.
UndoBar {
    id: bar

    required property ShowCard card

    anchors.horizontalCenter: parent.horizontalCenter
    width: Math.min(parent.width - 2 * Theme.margin, Theme.contentWidth)
    text: bar.card.problem !== "" ? bar.card.problem : qsTr("Noted as shown.")
    onUndo: bar.card.undo()
    onDismissed: bar.card.dismissUndo()
}
