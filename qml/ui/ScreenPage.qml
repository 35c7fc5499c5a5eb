// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// What every screen is made of: paper, a row at the top with the way back or
// the day at one side and help at the other, one headline, a column that
// scrolls, and at the bottom, near the thumb, what is done most.
FocusScope {
    id: page

    property string heading: ""
    property string dayLabel: ""
    property bool canGoBack: false
    property string backText: qsTr("Back")
    property bool helpShown: true
    property bool aboveBar: false // a NavBar keeps clear of the device's edge
    property color ground: Theme.paper
    default property alias content: column.data
    property alias foot: footColumn.data
    property alias spacing: column.spacing

    signal backRequested
    signal helpRequested

    readonly property real columnWidth: Math.min(page.width - 2 * Theme.margin - Theme.safeLeft - Theme.safeRight, Theme.contentWidth)
    readonly property real bottomInset: Math.max(Theme.keyboardHeight, page.aboveBar ? 0 : Theme.safeBottom)
    // With large letters or little room the bottom would leave nothing of the
    // page: then it stands at the end of the page and scrolls with it.
    readonly property bool pinned: footColumn.implicitHeight <= (page.height - page.bottomInset) * 0.4

    // Reading starts at the headline; call it when the page has opened.
    function focusHeading(): void {
        headline.forceActiveFocus(Qt.OtherFocusReason);
    }
    function show(item: Item): void {
        const top = item.mapToItem(flick.contentItem, 0, 0).y - Theme.huge;
        const end = top + item.height + 2 * Theme.huge;
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top);
        else if (end > flick.contentY + flick.height)
            flick.contentY = Math.max(0, Math.min(top, flick.contentHeight - flick.height, end - flick.height));
    }
    function isWithin(item: Item): bool {
        for (let above = item; above; above = above.parent) {
            if (above === flick.contentItem)
                return true;
        }
        return false;
    }
    function turn(pages: real): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + pages * flick.height));
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            page.turn(event.key === Qt.Key_PageDown ? 0.8 : -0.8);
            event.accepted = true;
        }
    }

    Connections {
        target: page.Window.window
        function onActiveFocusItemChanged(): void {
            const item = page.Window.window.activeFocusItem;
            if (item && item !== headline && page.isWithin(item))
                page.show(item);
        }
    }
    Rectangle {
        anchors.fill: parent
        color: page.ground
    }
    ScreenTop {
        id: top

        y: Theme.safeTop + Theme.small
        anchors.horizontalCenter: parent.horizontalCenter
        width: page.columnWidth + 2 * Theme.medium
        dayLabel: page.dayLabel
        canGoBack: page.canGoBack
        backText: page.backText
        helpShown: page.helpShown
        onBackRequested: page.backRequested()
        onHelpRequested: page.helpRequested()
    }
    Flickable {
        id: flick

        anchors.top: top.bottom
        anchors.bottom: pinnedSlot.top
        width: parent.width
        contentHeight: column.height + column.y + (page.pinned ? Theme.huge : flowSlot.height)
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            x: (flick.width - width) / 2
            y: Theme.small
            width: page.columnWidth
            spacing: Theme.large

            Heading {
                id: headline

                text: page.heading
                visible: text !== ""
                Accessible.focusable: true
            }
        }
        Item {
            id: flowSlot

            x: column.x
            y: column.y + column.height
            width: page.columnWidth
            height: footColumn.implicitHeight + 2 * Theme.huge
        }
    }
    Item {
        id: pinnedSlot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.bottomInset
        anchors.horizontalCenter: parent.horizontalCenter
        width: page.columnWidth
        height: page.pinned && footColumn.implicitHeight > 0 ? footColumn.implicitHeight + Theme.small + Theme.large : 0
    }
    ColumnLayout {
        id: footColumn

        parent: page.pinned ? pinnedSlot : flowSlot
        width: parent.width
        y: page.pinned ? Theme.small : Theme.huge
        spacing: Theme.medium
    }
}
