// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// What stands after the rows of a ListPage, and room for its bottom where
// that scrolls with them.
Item {
    id: footer

    required property Component body
    required property real room
    readonly property alias slot: slot

    height: content.height + footer.room

    Loader {
        id: content

        width: parent.width
        sourceComponent: footer.body
    }
    Item {
        id: slot

        anchors.top: content.bottom
        width: parent.width
        height: footer.room
    }
}
