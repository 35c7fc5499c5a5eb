// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// Something takes its time. Said in words and quite still; short waits are
// never shown, so that nothing flickers.
Item {
    id: busy

    required property string text
    property bool shown: false

    Layout.fillWidth: true
    implicitWidth: label.implicitWidth
    implicitHeight: label.implicitHeight

    SoftText {
        id: label

        anchors.left: parent.left
        anchors.right: parent.right
        text: busy.text
        visible: busy.shown
    }
    Timer {
        interval: Theme.patience
        running: busy.visible
        onTriggered: busy.shown = true
    }
}
