// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// One place to go to; made by NavBar.
Pressable {
    id: tab

    required property int index
    required property NavPlace place
    property bool current: false

    text: tab.place.name
    foreground: tab.current ? Theme.ink : Theme.inkSoft
    font: tab.current ? Theme.navCurrent : Theme.nav
    padding: Theme.small

    Accessible.role: Accessible.PageTab
    Accessible.selectable: true
    Accessible.selected: tab.current

    contentItem: Text {
        text: tab.text
        font: tab.font
        color: tab.foreground
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: -Theme.tiny
            width: Math.min(parent.width, Theme.huge)
            height: Theme.rule
            radius: height / 2
            color: Theme.ink
            visible: tab.current
        }
    }
}
