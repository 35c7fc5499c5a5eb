// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// Stands over everything while something else is in front: paper, the app's
// name, nothing else.
Rectangle {
    color: Theme.paper

    Heading {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        horizontalAlignment: Text.AlignHCenter
        large: false
        color: Theme.inkSoft
        text: qsTr("Rapport")
    }
}
