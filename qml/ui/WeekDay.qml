// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// One day of the week's picture: from its lowest to its highest, and its
// average as a shape. A day without check-ins is a name and nothing else.
// Made by WeekBand.
Pressable {
    id: day

    required property int index
    required property string shortName
    required property string letter
    required property bool there
    required property int lowest
    required property int highest
    required property int mean
    required property string sentence
    property bool chosen: false

    readonly property real stretch: Theme.weekPicture - Theme.moodShapeSmall

    function middleOf(step: int): real {
        return Theme.moodShapeSmall / 2 + day.stretch * (4 - step) / 4;
    }

    enabled: day.there
    accessibleName: day.sentence
    Accessible.ignored: !day.there
    activeFocusOnTab: day.there
    padding: Theme.tiny
    topPadding: Theme.small
    bottomPadding: Theme.small
    radius: Theme.radiusSmall
    ground: day.chosen ? Theme.lookingBack.ground : Theme.clear
    foreground: day.chosen ? Theme.lookingBack.inkOnGround : Theme.inkSoft
    font: day.chosen ? Theme.navCurrent : Theme.nav

    contentItem: ColumnLayout {
        spacing: Theme.small

        Item {
            Layout.fillWidth: true
            implicitWidth: Theme.moodShapeSmall
            implicitHeight: Theme.weekPicture

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: day.there && day.lowest !== day.highest
                y: day.middleOf(day.highest) - width / 2
                width: Theme.small
                height: day.middleOf(day.lowest) - day.middleOf(day.highest) + width
                radius: width / 2
                color: Theme.lookingBack.text
            }
            MoodShape {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: day.there
                y: day.middleOf(day.mean) - height / 2
                step: day.mean
                size: Theme.moodShapeSmall
            }
        }
        Text {
            Layout.fillWidth: true
            text: Theme.roomy ? day.shortName : day.letter
            font: day.font
            color: day.foreground
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
