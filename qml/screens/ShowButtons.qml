// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// What can be done while a card is shown. The row stays where it is when the
// words turn: whoever holds the phone finds it again.
GridLayout {
    id: row

    property bool shown: true
    property bool turned: false
    property bool canRead: false
    property bool reading: false
    property bool busy: false
    property bool locks: false

    signal turnRequested
    signal readRequested
    signal doneRequested

    Layout.fillWidth: true
    // The words of the buttons stand on the page's edge, not their grounds.
    Layout.leftMargin: -Theme.medium
    Layout.rightMargin: -Theme.medium
    columns: Theme.roomy ? 4 : 2
    columnSpacing: 0
    rowSpacing: 0

    QuietButton {
        visible: row.shown
        Layout.columnSpan: Theme.roomy || !row.canRead ? 1 : 2
        text: row.turned ? qsTr("Turn back") : qsTr("Turn round")
        onClicked: row.turnRequested()
    }
    QuietButton {
        visible: row.shown && row.canRead
        text: row.reading ? qsTr("Stop reading") : qsTr("Read aloud")
        onClicked: row.readRequested()
    }
    Item {
        Layout.fillWidth: true
        visible: Theme.roomy
    }
    QuietButton {
        enabled: !row.busy
        text: row.locks ? qsTr("Done, and lock") : qsTr("Done")
        onClicked: row.doneRequested()
    }
}
