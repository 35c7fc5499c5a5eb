// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Says over every screen what stands between the notes and their file.
Rectangle {
    id: notice

    required property Shell shell

    width: parent?.width ?? 0
    implicitHeight: parts.implicitHeight + 2 * Theme.small + Theme.safeTop
    color: Theme.paper

    ColumnLayout {
        id: parts

        x: Theme.margin
        y: Theme.safeTop + Theme.small
        width: parent.width - 2 * Theme.margin

        Banner {
            Layout.fillWidth: true
            text: notice.shell.fileNotice
            actionText: notice.shell.damageFound ? qsTr("See what can be done") : ""
            onAction: notice.shell.seeToDamage()
        }
    }
}
