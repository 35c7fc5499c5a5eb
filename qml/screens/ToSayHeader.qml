// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What stands above the cards: nothing yet, opening, or what went wrong.
ColumnLayout {
    id: header

    required property Cards cards
    property bool veils: false
    readonly property bool shown: (words.item as VeiledWords)?.shown ?? false

    Layout.fillWidth: true
    spacing: Theme.medium

    BusyState {
        visible: header.cards.status === Cards.Loading
        text: qsTr("Opening your notes …")
    }
    EmptyState {
        visible: header.cards.status === Cards.Empty
        text: qsTr("Nothing is waiting to be said.")
        hint: qsTr("A boundary, an honest word, a question, a wish such as starting with five quiet minutes: it finds its place here.")
    }
    Banner {
        visible: header.cards.problem !== ""
        text: header.cards.problem
        actionText: header.cards.status === Cards.Failed ? qsTr("Try again") : ""
        dismissText: header.cards.status === Cards.Failed ? "" : qsTr("Put this away")
        onAction: header.cards.load()
        onDismissed: header.cards.dismissProblem()
    }
    Shown {
        id: words

        when: header.veils && header.cards.count > 0

        VeiledWords {
            count: header.cards.count
        }
    }
}
