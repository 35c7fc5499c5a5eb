// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// Takes back what was answered after a session.
UndoBar {
    id: bar

    required property TodayScreen today

    text: qsTr("Your answers are kept.")
    onUndo: bar.today.afterSession.undo()
    onDismissed: bar.today.afterSession.dismissUndo()
}
