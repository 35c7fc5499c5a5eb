// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// Shows where the keyboard is. It stands a little outside of its control, so
// that it is seen on any ground.
Rectangle {
    id: ring

    property bool shown: false
    property color tint: Theme.focus

    anchors.fill: parent
    anchors.margins: -Theme.ringGap
    color: Theme.clear
    border.width: Theme.ring
    border.color: ring.tint
    visible: ring.shown
}
