// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// After a card was noted as shown: the way back, wherever one is by then.
Item {
    id: bar

    required property ShowCard card

    implicitHeight: bar.card.canUndo ? undo.implicitHeight + Theme.medium : 0

    UndoBar {
        id: undo

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, Theme.contentWidth)
        visible: bar.card.canUndo
        text: bar.card.problem !== "" ? bar.card.problem : qsTr("Noted as shown.")
        onUndo: bar.card.undo()
        onDismissed: bar.card.dismissUndo()
    }
}
