// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// What stands after the rows of a ListPage, and room for its bottom where
// that scrolls with them.
Item {
    id: footer

    property Item body: null
    property real room: 0
    readonly property alias slot: slot

    height: content.height + footer.room

    ColumnLayout {
        id: content

        width: parent.width
        data: footer.body === null ? [] : [footer.body]
    }
    Item {
        id: slot

        anchors.top: content.bottom
        width: parent.width
        height: footer.room
    }
}
