// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// A page whose content may be ten thousand rows: only those in sight exist.
// Otherwise what ScreenPage is.
FocusScope {
    id: page

    property string heading: ""
    property bool canGoBack: false
    property bool aboveBar: false // a NavBar keeps clear of the device's edge
    property alias model: list.model
    property alias delegate: list.delegate
    property alias count: list.count
    property Item header: null
    property Item footer: null
    property alias foot: footColumn.data

    signal backRequested
    signal helpRequested

    readonly property real columnWidth: Math.min(page.width - 2 * Theme.margin - Theme.safeLeft - Theme.safeRight, Theme.contentWidth)
    readonly property real bottomInset: Math.max(Theme.keyboardHeight, page.aboveBar ? 0 : Theme.safeBottom)
    readonly property bool pinned: footColumn.implicitHeight <= (page.height - page.bottomInset) * 0.4

    // Nobody scrolled yet: while the header finds its height, the top stays.
    property bool untouched: true

    // Reading starts at the headline; call it when the page has opened.
    function focusHeading(): void {
        page.untouched = true;
        (list.headerItem as ListPageHeader).focusHeading();
    }
    function turn(pages: real): void {
        page.untouched = false;
        list.contentY = Math.max(list.originY, Math.min(list.originY + list.contentHeight - list.height, list.contentY + pages * list.height));
    }
    // Keyboard focus never goes where the eye cannot follow.
    function show(item: Item): void {
        const top = item.mapToItem(list, 0, 0).y;
        const over = top + item.height + Theme.huge - list.height;
        if (top < Theme.huge)
            list.contentY = Math.max(list.originY, list.contentY + top - Theme.huge);
        else if (over > 0)
            list.contentY += Math.min(over, top - Theme.huge);
    }
    function isWithin(item: Item): bool {
        for (let above = item; above; above = above.parent) {
            if (above === list.contentItem)
                return true;
        }
        return false;
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
            if (item && page.isWithin(item) && !(item instanceof Heading)) {
                page.untouched = false;
                page.show(item);
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    ScreenTop {
        id: top

        y: Theme.safeTop + Theme.small
        anchors.horizontalCenter: parent.horizontalCenter
        width: page.columnWidth + 2 * Theme.medium
        canGoBack: page.canGoBack
        onBackRequested: page.backRequested()
        onHelpRequested: page.helpRequested()
    }
    ListView {
        id: list

        anchors.top: top.bottom
        anchors.bottom: pinnedSlot.top
        width: parent.width
        leftMargin: (width - page.columnWidth) / 2
        rightMargin: leftMargin
        onLeftMarginChanged: list.contentX = -leftMargin // it does not follow by itself
        spacing: Theme.medium
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: false // a reused row would still hold the tick of another
        onMovementStarted: page.untouched = false
        header: ListPageHeader {}
        footer: ListPageFooter {}
    }
    Connections {
        target: list.headerItem
        function onHeightChanged(): void {
            if (page.untouched)
                list.positionViewAtBeginning();
        }
    }
    // A view of 6.4 makes no header from a component that is bound to this
    // file, so what the two show is handed to them.
    Binding {
        target: list.headerItem
        property: "width"
        value: page.columnWidth
    }
    Binding {
        target: list.headerItem
        property: "heading"
        value: page.heading
    }
    Binding {
        target: list.headerItem
        property: "body"
        value: page.header
    }
    Binding {
        target: list.footerItem
        property: "width"
        value: page.columnWidth
    }
    Binding {
        target: list.footerItem
        property: "body"
        value: page.footer
    }
    Binding {
        target: list.footerItem
        property: "room"
        value: page.pinned ? Theme.large : footColumn.implicitHeight + 2 * Theme.huge
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

        parent: page.pinned || list.footerItem === null ? pinnedSlot : (list.footerItem as ListPageFooter).slot
        width: parent.width
        y: page.pinned ? Theme.small : Theme.huge
        spacing: Theme.medium
    }
}
