// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// In place of the things to say: not read yet, not to be read, or none.
ColumnLayout {
    id: cardsState

    required property TodayScreen today
    readonly property Cards cards: cardsState.today.cards

    readonly property bool none: cardsState.cards.openCount === 0 && (cardsState.cards.status === Cards.Empty || cardsState.cards.status === Cards.Ready)

    Layout.fillWidth: true
    visible: cardsState.none || cardsState.cards.status === Cards.Loading || cardsState.cards.status === Cards.Failed

    BusyState {
        visible: cardsState.cards.status === Cards.Loading
        text: qsTr("Opening your notes …")
    }
    Banner {
        visible: cardsState.cards.status === Cards.Failed
        text: cardsState.cards.problem
        actionText: qsTr("Try again")
        onAction: cardsState.cards.load()
    }
    EmptyState {
        visible: cardsState.none
        text: qsTr("Nothing is waiting to be said.")
        hint: cardsState.today.about ? qsTr("You can go in with nothing prepared.") : qsTr("Whatever comes to mind between sessions can go on the line below.")
    }
}
