// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// The row at the top of a page; made by ScreenPage.
FocusScope {
    id: row

    property string dayLabel: ""
    property bool canGoBack: false
    property string backText: qsTr("Back")
    property bool helpShown: true

    signal backRequested
    signal helpRequested

    implicitHeight: Math.max(Theme.target, help.implicitHeight)

    IconButton {
        id: back

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        visible: row.canGoBack
        glyph: Icon.Back
        name: row.backText
        onClicked: row.backRequested()
    }
    SoftText {
        anchors.left: row.canGoBack ? back.right : parent.left
        anchors.right: row.helpShown ? help.left : parent.right
        anchors.leftMargin: row.canGoBack ? Theme.tiny : Theme.medium
        anchors.verticalCenter: parent.verticalCenter
        text: row.dayLabel
        visible: row.dayLabel !== ""
        elide: Text.ElideRight
        maximumLineCount: 1
    }
    HelpNowButton {
        id: help

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: row.helpShown
        onClicked: row.helpRequested()
    }
}
