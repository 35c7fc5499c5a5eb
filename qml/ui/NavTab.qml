// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One place to go to; made by NavBar. Not a Pressable, which is a button.
PressArea {
    id: tab

    required property int index
    required property NavPlace place
    property bool current: false
    readonly property color foreground: tab.current ? Theme.ink : Theme.inkSoft

    objectName: tab.place.name
    text: tab.place.name
    font: tab.current ? Theme.navCurrent : Theme.nav
    padding: Theme.small
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)

    Accessible.role: Accessible.PageTab
    Accessible.name: tab.text
    Accessible.selectable: true
    Accessible.selected: tab.current
    Accessible.onPressAction: tab.trigger()
    Keys.onReturnPressed: event => tab.pressByKey(event)
    Keys.onEnterPressed: event => tab.pressByKey(event)

    function trigger(): void {
        if (tab.enabled)
            tab.clicked();
    }
    function pressByKey(event: KeyEvent): void {
        if (!event.isAutoRepeat)
            tab.trigger();
    }

    background: PressGround {
        hovered: tab.hovered && tab.enabled
        pressed: tab.down
        focused: tab.visualFocus
        radius: Math.min(Theme.radius, height / 2)
        color: Theme.clear
        border.color: Theme.clear
    }
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
            y: (tab.contentItem.height + (tab.contentItem as Text).contentHeight) / 2
            width: Math.min(parent.width, Theme.huge)
            height: Theme.rule
            radius: height / 2
            color: Theme.ink
            visible: tab.current
        }
    }
}
