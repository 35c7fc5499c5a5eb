// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// A page whose content may be ten thousand rows: only those in sight exist.
PageFrame {
    id: page

    property string heading: ""
    property alias model: list.model
    property alias delegate: list.delegate
    property alias count: list.count
    property Item header: null
    property Item footer: null

    // Nobody scrolled yet: while the header finds its height, the top stays.
    property bool untouched: true

    scroll: list
    headline: (list.headerItem as ListPageHeader)?.headline ?? null
    flowSlot: (list.footerItem as ListPageFooter)?.slot ?? null
    onScrolled: page.untouched = false

    // For what the header has to say, also when it grows by that.
    function showTop(): void {
        page.untouched = true;
        list.positionViewAtBeginning();
    }

    ListView {
        id: list

        anchors.fill: parent
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
    // The Tab key goes by the order of birth, and the footer is older than the
    // rows: it is put behind them when they have come.
    Connections {
        target: list.contentItem
        function onChildrenChanged(): void {
            later.start();
        }
    }
    Timer {
        id: later

        interval: 0
        onTriggered: {
            const last = list.footerItem;
            const children = list.contentItem.children;
            if (last === null || last.activeFocus || children[children.length - 1] === last)
                return;
            last.parent = null;
            last.parent = list.contentItem;
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
        value: page.pinned ? Theme.large : page.footHeight + 2 * Theme.huge
    }
}
