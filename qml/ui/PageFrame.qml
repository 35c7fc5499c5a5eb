// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// The frame of every page: paper, a row at the top with the way back or the
// day at one side and help at the other, room for what scrolls, and at the
// foot, near the thumb, what is done most. ScreenPage and ListPage fill it.
FocusScope {
    id: page

    property string dayLabel: ""
    property bool canGoBack: false
    property string backText: qsTr("Back")
    property bool helpShown: true
    property bool aboveBar: false // a NavBar keeps clear of the device's edge
    property color ground: Theme.paper
    default property alias body: middle.data
    property alias foot: footColumn.data

    required property Flickable scroll // what stands in the middle
    property Item headline: null // where reading begins
    property Item flowSlot: null // where the foot goes when it is not pinned

    signal backRequested
    signal helpRequested
    signal scrolled // by the keyboard, or to where the keyboard went

    readonly property real columnWidth: Math.min(middle.width - 2 * Theme.margin - Theme.safeLeft - Theme.safeRight, Theme.contentWidth)
    readonly property real bottomInset: Math.max(Theme.keyboardHeight, page.aboveBar ? 0 : Theme.safeBottom)
    readonly property real footHeight: footColumn.implicitHeight
    // With large letters or little room the foot would leave nothing of the
    // page: then it stands at the end of the page and scrolls with it.
    readonly property bool pinned: page.flowSlot === null || page.footHeight <= (page.height - page.bottomInset) * 0.4

    // Reading starts at the headline; call it when the page has opened.
    function focusHeading(): void {
        if (page.headline)
            page.headline.forceActiveFocus(Qt.OtherFocusReason);
    }
    function scrollBy(pixels: real): void {
        const start = page.scroll.originY;
        const end = Math.max(start, start + page.scroll.contentHeight - page.scroll.height);
        page.scrolled();
        page.scroll.contentY = Math.max(start, Math.min(end, page.scroll.contentY + pixels));
    }
    // Keyboard focus never goes where the eye cannot follow.
    function show(item: Item): void {
        const top = item.mapToItem(page.scroll, 0, 0).y - Theme.huge;
        const over = top + item.height + 2 * Theme.huge - page.scroll.height;
        if (top < 0)
            page.scrollBy(top);
        else if (over > 0)
            page.scrollBy(Math.min(over, top));
    }
    function isWithin(item: Item): bool {
        for (let above = item; above; above = above.parent) {
            if (above === page.scroll.contentItem)
                return true;
        }
        return false;
    }
    function follow(item: Item): void {
        if (item && !(item instanceof Heading) && page.isWithin(item))
            page.show(item);
        later.start();
    }
    // What had the keyboard is gone or hidden: reading starts anew.
    function recover(): void {
        const item = page.Window.activeFocusItem;
        if (page.activeFocus && page.visible && (item === page || item === page.scroll || !item.visible))
            page.focusHeading();
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            page.scrollBy((event.key === Qt.Key_PageDown ? 0.8 : -0.8) * page.scroll.height);
            event.accepted = true;
        }
    }

    // A layout of 6.4 that lost rows while it was hidden still counts them until
    // it was drawn again, and ends the program when it gets another place or
    // width before that: a hidden page keeps the width it had.
    property bool resting: false
    onVisibleChanged: {
        if (page.visible)
            waking.restart();
        else
            page.resting = true;
    }
    Timer {
        id: waking

        interval: Theme.waking
        onTriggered: page.resting = !page.visible
    }
    Binding {
        target: middle
        property: "width"
        value: page.width
        when: !page.resting
        restoreMode: Binding.RestoreNone
    }

    Connections {
        target: page.Window.window
        function onActiveFocusItemChanged(): void {
            page.follow(page.Window.activeFocusItem);
        }
    }
    Connections {
        target: page.activeFocus ? page.Window.activeFocusItem : null
        function onVisibleChanged(): void {
            later.start();
        }
    }
    Timer {
        id: later

        interval: 0 // a foot on its way from one place to the other comes back first
        onTriggered: page.recover()
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
    // Between the two also in the order of the Tab key.
    Item {
        id: middle

        anchors.top: top.bottom
        anchors.bottom: pinnedSlot.top
    }
    Item {
        id: pinnedSlot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.bottomInset
        anchors.horizontalCenter: parent.horizontalCenter
        width: page.columnWidth
        height: page.pinned && page.footHeight > 0 ? page.footHeight + Theme.small + Theme.large : 0

        // What scrolls beneath is hidden, also where a drawing is not clipped.
        Rectangle {
            x: -parent.x
            width: page.width
            height: parent.height
            color: page.ground
        }
    }
    ColumnLayout {
        id: footColumn

        parent: page.pinned ? pinnedSlot : page.flowSlot
        width: parent.width
        y: page.pinned ? Theme.small : Theme.huge
        spacing: Theme.medium
    }
}
