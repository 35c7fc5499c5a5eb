// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// Offers to take back what was just done. It does not run away: it stays
// until it is used, put away, or something else is done.
Rectangle {
    id: bar

    required property string text
    property string undoText: qsTr("Undo")

    signal undo
    signal dismissed

    Layout.fillWidth: true
    implicitWidth: (content.item?.implicitWidth ?? 0) + Theme.huge
    implicitHeight: (content.item?.implicitHeight ?? 0) + 2 * Theme.tiny
    radius: Theme.radius
    color: Theme.inverse

    Accessible.role: Accessible.AlertMessage
    Accessible.name: bar.text

    // Most of these never come: what they are made of waits until they do.
    property bool came: false
    Component.onCompleted: if (bar.visible)
        bar.came = true;

    // The second click of two that made the bar appear must not press what
    // came under it. Keyboard and screen reader are never held up.
    onVisibleChanged: {
        if (!bar.visible)
            return;
        bar.came = true;
        secondClick.restart();
    }
    Timer {
        id: secondClick

        running: true
        interval: Theme.secondClick
    }
    MouseArea {
        anchors.fill: parent
        z: 1
        enabled: secondClick.running
    }
    Shown {
        id: content

        when: bar.came

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.large
            anchors.rightMargin: Theme.tiny
            spacing: Theme.tiny

            BodyText {
                text: bar.text
                font: Theme.bodySmall
                color: Theme.inkOnInverse
                Accessible.ignored: true // the bar itself says it
            }
            QuietButton {
                objectName: "undo"
                Layout.fillWidth: false // the sentence wraps, never this word
                text: bar.undoText
                foreground: Theme.inkOnInverse
                ringTint: Theme.inkOnInverse
                onClicked: bar.undo()
            }
            IconButton {
                glyph: Icon.Close
                name: qsTr("Put this away")
                foreground: Theme.inkOnInverse
                ringTint: Theme.inkOnInverse
                onClicked: bar.dismissed()
            }
        }
    }
}
