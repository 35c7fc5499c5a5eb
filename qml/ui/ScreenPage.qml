// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// A page with one headline and a column that scrolls when it must.
PageFrame {
    id: page

    property string heading: ""
    default property alias content: column.data
    property alias spacing: column.spacing

    scroll: flick
    headline: title
    flowSlot: slot

    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: column.height + column.y + (page.pinned ? Theme.huge : slot.height)
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            x: (flick.width - width) / 2
            y: Theme.small
            width: page.columnWidth
            spacing: Theme.large

            Heading {
                id: title

                text: page.heading
                visible: text !== ""
                Accessible.focusable: true
            }
        }
        Item {
            id: slot

            x: column.x
            y: column.y + column.height
            width: page.columnWidth
            height: page.footHeight + 2 * Theme.huge
        }
    }
}
