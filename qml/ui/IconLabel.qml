// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// A word with a drawing before it. The whole stands in the
// middle of the room it is given; the word wraps rather than being cut.
Item {
    id: pair

    required property int glyph // an Icon.Glyph
    property bool mirrored: false
    property alias text: label.text
    property alias font: label.font
    property color color: Theme.ink
    readonly property int before: Theme.icon + Theme.small
    readonly property real wordWidth: Math.ceil(metrics.advanceWidth)
    readonly property real labelWidth: Math.min(pair.wordWidth, pair.width - pair.before)
    readonly property real start: (pair.width - pair.before - pair.labelWidth) / 2

    implicitWidth: pair.wordWidth + pair.before
    implicitHeight: Math.max(label.implicitHeight, Theme.icon)

    // Not the implicit width of the Text, which its own width may change.
    TextMetrics {
        id: metrics

        font: label.font
        text: label.text
    }
    Icon {
        x: pair.mirrored ? pair.width - pair.start - width : pair.start
        anchors.verticalCenter: parent.verticalCenter
        glyph: pair.glyph
        color: pair.color
        mirrored: pair.mirrored
    }
    Text {
        id: label

        x: pair.mirrored ? pair.start : pair.start + pair.before
        anchors.verticalCenter: parent.verticalCenter
        width: pair.labelWidth
        color: pair.color
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignLeft
        LayoutMirroring.enabled: pair.mirrored
    }
}
