// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// The light veil of ink over a control that is pointed at or pressed.
Rectangle {
    id: layer

    property color tint: Theme.ink
    property bool hovered: false
    property bool pressed: false

    color: layer.tint
    opacity: layer.pressed ? Theme.pressed : layer.hovered ? Theme.hovered : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
            easing.type: Easing.OutCubic
        }
    }
}
