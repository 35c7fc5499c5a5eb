// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// The words of a card, large; upright for one side of the table or the other.
Item {
    id: shown

    required property string text
    property bool turned: false

    rotation: shown.turned ? 180 : 0

    Behavior on rotation {
        RotationAnimation {
            duration: Theme.calm
            easing.type: Easing.InOutCubic
        }
    }

    // Whether the key was one that scrolls.
    function scroll(key: int): bool {
        const page = key === Qt.Key_PageDown ? 0.8 : key === Qt.Key_PageUp ? -0.8 : key === Qt.Key_Down ? 0.2 : key === Qt.Key_Up ? -0.2 : 0;
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + page * flick.height));
        return page !== 0;
    }

    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: words.y + words.height
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        LargeWords {
            id: words

            // A short one stands a little above the middle.
            y: Math.max(0, (flick.height - height) / 3)
            width: flick.width
            room: flick.height
            text: shown.text
        }
    }
}
