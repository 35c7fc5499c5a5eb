// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// One line of the veil; every second one is shorter, as writing is.
Item {
    id: line

    required property int index

    Layout.fillWidth: true
    implicitHeight: Theme.large

    Rectangle {
        anchors.left: parent.left
        width: Theme.rule
        height: parent.height
        radius: width / 2
        color: Theme.toSay.text
    }
    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.medium
        anchors.verticalCenter: parent.verticalCenter
        width: (parent.width - Theme.medium) * (line.index % 2 === 0 ? 0.9 : 0.6)
        height: Theme.medium
        radius: height / 2
        color: Theme.veil
    }
}
