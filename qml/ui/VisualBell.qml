// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// A bell for the eyes: a frame around everything that comes once, stays a
// moment and goes. It never flashes.
Rectangle {
    id: bell

    property color tint: Theme.pause.inkOnGround

    color: Theme.clear
    border.width: Theme.frame
    border.color: bell.tint
    opacity: 0

    function ring(): void {
        bell.opacity = 1;
        rest.restart();
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.slow
        }
    }
    Timer {
        id: rest

        interval: Theme.announced
        onTriggered: bell.opacity = 0
    }
}
