// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// Everything else that can be done, in a word.
Pressable {
    id: button

    property bool outlined: false
    property bool wide: false // as wide as the page; else as wide as its word, and never wider than the page

    Layout.fillWidth: true
    Layout.maximumWidth: button.wide ? Theme.boundless : Math.ceil(button.implicitWidth)

    edge: button.outlined ? Theme.outline : Theme.clear
    foreground: button.enabled ? Theme.ink : Theme.inkSoft
    leftPadding: button.outlined ? Theme.large : Theme.medium
    rightPadding: leftPadding

    contentItem: Text {
        text: button.text
        font: button.font
        color: button.foreground
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
