// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// A word with a drawing before it, or the word alone. The whole stands in the
// middle of the room it is given; the word wraps rather than being cut.
Item {
    id: pair

    property int glyph: -1 // an Icon.Glyph, or -1 for none
    property bool mirrored: false
    property alias text: label.text
    property alias font: label.font
    property color color: Theme.ink
    readonly property int before: pair.glyph < 0 ? 0 : Theme.icon + Theme.small
    readonly property real labelWidth: Math.min(label.implicitWidth, pair.width - pair.before)
    readonly property real start: (pair.width - pair.before - pair.labelWidth) / 2

    implicitWidth: label.implicitWidth + pair.before
    implicitHeight: Math.max(label.implicitHeight, pair.glyph < 0 ? 0 : Theme.icon)

    Icon {
        x: pair.mirrored ? pair.width - pair.start - width : pair.start
        anchors.verticalCenter: parent.verticalCenter
        visible: pair.glyph >= 0
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
        horizontalAlignment: pair.glyph < 0 ? Text.AlignHCenter : Text.AlignLeft
        LayoutMirroring.enabled: pair.mirrored
    }
}
