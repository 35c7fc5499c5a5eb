// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// One circle of PauseFigure. They lie on each other, so that the middle is the
// deepest.
Rectangle {
    id: ring

    required property int index
    required property Item whole
    required property real share // of the whole

    width: ring.whole.width * ring.share
    height: width
    radius: width / 2
    x: (ring.whole.width - width) / 2
    y: x
    opacity: Theme.mist
    antialiasing: true
}
