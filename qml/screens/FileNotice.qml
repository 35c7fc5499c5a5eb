// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// Says over every screen what stands between the notes and their file.
Rectangle {
    id: notice

    required property string text
    property string actionText: ""

    signal action

    implicitHeight: parts.implicitHeight + 2 * Theme.small + Theme.safeTop
    color: Theme.paper

    ColumnLayout {
        id: parts

        x: Theme.margin
        y: Theme.safeTop + Theme.small
        width: parent.width - 2 * Theme.margin

        Banner {
            Layout.fillWidth: true
            text: notice.text
            actionText: notice.actionText
            onAction: notice.action()
        }
    }
}
