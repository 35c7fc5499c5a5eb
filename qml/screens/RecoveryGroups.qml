// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// The groups of a recovery code, each with its number, so that one can be found
// again on paper. Those that are wrong stand out by their edge and a sign.
Flow {
    id: all

    required property list<string> groups
    property list<int> wrong: [] // numbers from 1
    property bool spoken: true // false where a field above is read out anyway

    Layout.fillWidth: true
    spacing: Theme.small

    function isWrong(number: int): bool {
        for (const one of all.wrong) {
            if (one === number)
                return true;
        }
        return false;
    }

    Repeater {
        model: all.groups

        Rectangle {
            id: one

            required property int index
            required property string modelData
            readonly property bool isWrong: all.isWrong(one.index + 1)

            width: row.width + 2 * Theme.medium
            height: row.height + 2 * Theme.small
            radius: Theme.radiusSmall
            color: Theme.card
            border.width: one.isWrong ? Theme.ring : Theme.hairline
            border.color: one.isWrong ? Theme.ink : Theme.line

            Accessible.ignored: !all.spoken
            Accessible.role: Accessible.StaticText
            // Letter by letter, or a voice makes words of it.
            Accessible.name: qsTr("Group %1: %2").arg((one.index + 1).toLocaleString(Qt.locale(), "f", 0)).arg(one.modelData.split("").join(" "))

            Row {
                id: row

                x: Theme.medium
                y: Theme.small
                spacing: Theme.small

                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    text: (one.isWrong ? "! " : "") + (one.index + 1).toLocaleString(Qt.locale(), "f", 0)
                    font: Theme.labelSmall
                    color: one.isWrong ? Theme.ink : Theme.inkSoft
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    text: one.modelData
                    font: Theme.title
                    color: Theme.ink
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
            }
        }
    }
}
