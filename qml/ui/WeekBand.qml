// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// A week's moods in one picture: a column a day, pleasant above. A day that
// is there can be pressed to be read; whoever shows the band shows its words.
Item {
    id: band

    required property string label // for a screen reader
    property alias model: days.model
    property int currentIndex: -1

    signal chosen(index: int, sentence: string)

    Layout.fillWidth: true
    implicitWidth: Theme.contentWidth / 2
    implicitHeight: row.implicitHeight

    Accessible.role: Accessible.Grouping
    Accessible.name: band.label

    // A little wider than the words above it: seven targets need the room.
    RowLayout {
        id: row

        x: -Theme.medium
        width: band.width + 2 * Theme.medium
        spacing: 0

        Repeater {
            id: days

            delegate: WeekDay {
                chosen: index === band.currentIndex
                Layout.fillWidth: true
                Layout.preferredWidth: row.width / 7
                onClicked: {
                    band.currentIndex = index;
                    band.chosen(index, sentence);
                }
            }
        }
    }
}
