// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// Says over every screen that a part of the open file cannot be read.
Rectangle {
    id: notice

    signal seeToIt

    implicitHeight: parts.implicitHeight + 2 * Theme.small + Theme.safeTop
    color: Theme.paper

    ColumnLayout {
        id: parts

        x: Theme.margin
        y: Theme.safeTop + Theme.small
        width: parent.width - 2 * Theme.margin

        Banner {
            Layout.fillWidth: true
            text: qsTr("A part of your notes file cannot be read. Nothing was changed in it, and what you type is not lost.")
            actionText: qsTr("See what can be done")
            onAction: notice.seeToIt()
        }
    }
}
