// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// A page at twice the width of the preview, to be read with a finger.
FocusScope {
    id: screen

    required property NotePages pages

    readonly property real fitting: Math.min(screen.width - 2 * Theme.margin - Theme.safeLeft - Theme.safeRight, Theme.contentWidth)

    readonly property int current: screen.pages.current

    signal backRequested
    signal helpRequested

    function push(across: real, down: real): void {
        flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, flick.contentX + across * flick.width));
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + down * flick.height));
    }

    onCurrentChanged: flick.contentY = 0
    Keys.onLeftPressed: screen.push(-0.4, 0)
    Keys.onRightPressed: screen.push(0.4, 0)
    Keys.onUpPressed: screen.push(0, -0.4)
    Keys.onDownPressed: screen.push(0, 0.4)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            screen.push(0, event.key === Qt.Key_PageDown ? 0.8 : -0.8);
            event.accepted = true;
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
        width: screen.fitting + 2 * Theme.medium
        focus: true
        canGoBack: true
        onBackRequested: screen.backRequested()
        onHelpRequested: screen.helpRequested()
    }
    Flickable {
        id: flick

        anchors.top: top.bottom
        anchors.topMargin: Theme.small
        anchors.bottom: turner.top
        width: parent.width
        contentWidth: Math.max(flick.width, sheet.width)
        contentHeight: sheet.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        // Where reading begins, without most of the empty margin.
        Component.onCompleted: flick.contentX = screen.pages.rightToLeft ? Math.max(0, flick.contentWidth - flick.width - Theme.vast) : Math.min(Theme.vast, flick.contentWidth - flick.width)

        PageSheet {
            id: sheet

            x: (flick.contentWidth - width) / 2
            width: 2 * screen.fitting
            height: implicitHeight
            pages: screen.pages
        }
    }
    PageTurner {
        id: turner

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.safeBottom + (visible ? Theme.small : 0)
        anchors.horizontalCenter: parent.horizontalCenter
        width: screen.fitting
        height: visible ? implicitHeight : 0
        pages: screen.pages
    }
}
