// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// A page as it will be printed, as wide as it is told to be: paper, white in
// the dark too. Eyes see the drawing, ears hear its lines, each where it stands.
Item {
    id: sheet

    required property NotePages pages
    property bool canGrow: false // a tap asks for a larger one

    readonly property int pixels: Math.round(sheet.width * Screen.devicePixelRatio)

    signal largerRequested

    implicitHeight: Math.round(sheet.width * sheet.pages.shape)
    onPixelsChanged: sheet.pages.pixelWidth = sheet.pixels
    Component.onCompleted: sheet.pages.pixelWidth = sheet.pixels

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
    }
    PageImage {
        anchors.fill: parent
        image: sheet.pages.image
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.clear
        border.width: Theme.hairline
        border.color: Theme.line
    }
    Pressable {
        anchors.fill: parent
        visible: sheet.canGrow
        radius: 0
        accessibleName: qsTr("See the page larger")
        onClicked: sheet.largerRequested()
    }
    Repeater {
        model: sheet.pages.marks
        delegate: PageMarkDelegate {
            pageWidth: sheet.width
            pageHeight: sheet.height
        }
    }
}
