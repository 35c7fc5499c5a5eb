// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// What every screen is made of: paper, a row at the top with the way back or
// the day at one side and help at the other, one headline, a column that
// scrolls, and at the bottom, near the thumb, what is done most.
FocusScope {
    id: page

    property string heading: ""
    property string dayLabel: ""
    property bool canGoBack: false
    property string backText: qsTr("Back")
    property bool helpShown: true
    property color ground: Theme.paper
    default property alias content: column.data
    property alias bottom: bottomColumn.data
    property alias spacing: column.spacing

    signal backRequested
    signal helpRequested

    // Reading starts at the headline; call it when the page has opened.
    function focusHeading(): void {
        headline.forceActiveFocus(Qt.OtherFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: page.ground
    }
    Item {
        id: top
        height: Theme.target
        width: parent.width
    }
    Flickable {
        id: flick

        anchors.top: top.bottom
        anchors.bottom: bottomColumn.top
        width: parent.width
        contentHeight: column.height

        ColumnLayout {
            id: column

            width: parent.width

            Heading {
                id: headline

                text: page.heading
                visible: text !== ""
            }
        }
    }
    ColumnLayout {
        id: bottomColumn

        anchors.bottom: parent.bottom
        width: parent.width
    }
}
