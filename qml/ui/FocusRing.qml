// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// Shows where the keyboard is. It stands a little outside of its control, so
// that it is seen on any ground.
Rectangle {
    id: ring

    property bool shown: false

    anchors.fill: parent
    anchors.margins: -Theme.ringGap
    color: Theme.clear
    border.width: Theme.ring
    border.color: Theme.focus
    visible: ring.shown
}
