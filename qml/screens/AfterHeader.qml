// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What stands above the answers: how to take them, or what is the matter.
ColumnLayout {
    id: header

    required property AfterSession after

    Layout.fillWidth: true
    spacing: Theme.medium

    BodyText {
        visible: header.after.status === AfterSession.Ready
        text: qsTr("Whatever you answer is fine. What stays for another day goes on to the next session.")
    }
    BusyState {
        visible: header.after.status === AfterSession.Loading
        text: qsTr("Looking what you had in mind …")
    }
    EmptyState {
        visible: header.after.status === AfterSession.Empty
        text: qsTr("Nothing was waiting to be said.")
        hint: qsTr("If something stayed with you, you can keep it here.")
    }
    Banner {
        visible: header.after.problem !== ""
        text: header.after.problem
        actionText: header.after.status === AfterSession.Failed ? qsTr("Try again") : ""
        onAction: header.after.begin()
    }
}
