// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// Says in a demonstration, over every screen, that it is one.
Rectangle {
    width: parent?.width ?? 0
    implicitHeight: words.implicitHeight + 2 * Theme.small + Theme.safeTop
    color: Theme.inverse

    BodyText {
        id: words

        x: Theme.margin
        y: Theme.safeTop + Theme.small
        width: parent.width - 2 * Theme.margin
        text: qsTr("A made-up example. Nothing here is kept.")
        font: Theme.bodySmall
        color: Theme.inkOnInverse
    }
}
