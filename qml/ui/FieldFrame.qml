// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// The edge of a field to write in: a control's outline, stronger in focus.
Rectangle {
    id: frame

    property bool active: false

    radius: Math.min(Theme.radius, height / 2)
    color: Theme.card
    border.width: frame.active ? Theme.ring : Theme.hairline
    border.color: frame.active ? Theme.focus : Theme.outline
}
