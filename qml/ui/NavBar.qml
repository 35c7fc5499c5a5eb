// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// The places of the app, in words, at the bottom where the thumb is.
Item {
    id: bar

    required property list<NavPlace> places
    property int currentIndex: 0

    signal chosen(index: int) // also when the current place is pressed again

    Layout.fillWidth: true
    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight + 2 * Theme.tiny + Theme.safeBottom

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    // With large letters two and two, so that no word is broken.
    GridLayout {
        id: row

        readonly property real widest: {
            let width = 0;
            for (let i = 0; i < tabs.count; ++i)
                width = Math.max(width, (tabs.itemAt(i) as Item)?.implicitWidth ?? 0);
            return width;
        }
        columns: row.widest * tabs.count > 1.15 * row.width ? 2 : Math.max(1, tabs.count)
        columnSpacing: 0
        rowSpacing: 0

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.tiny
        width: Math.min(parent.width - 2 * Theme.small, Theme.contentWidth)

        Repeater {
            id: tabs

            model: bar.places.length
            delegate: NavTab {
                place: bar.places[index]
                current: index === bar.currentIndex
                Layout.fillWidth: true
                onClicked: bar.choose(index)
            }
        }
    }

    function choose(index: int): void {
        bar.currentIndex = index;
        bar.chosen(index);
    }
}
