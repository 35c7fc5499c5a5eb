// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The moods of one week, as a picture or in words.
ColumnLayout {
    id: picture

    required property MoodWeek week

    property bool asTable: false
    property string reading: "" // the day that was tapped

    readonly property bool there: picture.week.status === MoodWeek.Ready

    Layout.fillWidth: true
    spacing: Theme.small

    Connections {
        target: picture.week
        function onStatusChanged(): void {
            picture.reading = "";
            band.currentIndex = -1;
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 0

        Heading {
            large: false
            text: qsTr("Moods: %1").arg(picture.week.title)
        }
        IconButton {
            glyph: Icon.Back
            name: qsTr("Earlier week")
            onClicked: picture.week.earlier()
        }
        IconButton {
            glyph: Icon.Back
            flipped: true
            name: qsTr("Later week")
            enabled: !picture.week.latest
            onClicked: picture.week.later()
        }
    }
    Banner {
        visible: picture.week.status === MoodWeek.Failed
        text: picture.week.problem
        actionText: qsTr("Read this week again")
        onAction: picture.week.load()
    }
    SoftText {
        visible: picture.week.status === MoodWeek.Empty
        text: qsTr("Days with a check-in show up here.")
    }
    WeekBand {
        id: band

        visible: picture.there && !picture.asTable
        label: qsTr("The week as a picture")
        model: picture.week
        onChosen: (index, sentence) => picture.reading = sentence
    }
    BodyText {
        visible: picture.there && !picture.asTable && picture.reading !== ""
        text: picture.reading
    }
    Repeater {
        model: picture.there && picture.asTable ? picture.week : null
        delegate: WeekTableRow {}
    }
    SoftText {
        visible: picture.there
        text: picture.week.average
    }
    CheckRow {
        visible: picture.there
        accent: Theme.lookingBack
        text: qsTr("Show as table")
        value: picture.asTable
        onPicked: on => picture.asTable = on
    }
}
