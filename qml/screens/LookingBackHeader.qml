// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What stands above the days: the week's moods, opening, nothing yet, or what
// went wrong.
ColumnLayout {
    id: header

    required property LookingBack past
    required property MoodWeek week
    property bool veils: false
    readonly property bool shown: (words.item as VeiledWords)?.shown ?? false

    Layout.fillWidth: true
    spacing: Theme.medium

    BusyState {
        visible: header.past.status === LookingBack.Loading
        text: qsTr("Opening your days …")
    }
    EmptyState {
        visible: header.past.status === LookingBack.Empty
        text: qsTr("Your days will stand here.")
        hint: qsTr("What you write down, what you said, and how it was: the newest first, and nobody else sees it.")
    }
    Banner {
        visible: header.past.problem !== ""
        text: header.past.problem
        actionText: header.past.status === LookingBack.Failed ? qsTr("Try again") : ""
        dismissText: header.past.status === LookingBack.Failed ? "" : qsTr("Put this away")
        onAction: header.past.load()
        onDismissed: header.past.dismissProblem()
    }
    WeekPicture {
        visible: header.past.status === LookingBack.Ready
        week: header.week
    }
    Shown {
        id: words

        when: header.veils && header.past.status === LookingBack.Ready

        VeiledWords {
            count: 3
        }
    }
}
