// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// One mood to tap: shape, word and colour say the same. Made by MoodRow.
Pressable {
    id: choice

    required property int step
    required property string word
    required property string name // "bad, 2 of 5"

    accessibleName: choice.name
    padding: 0 // the words need the room
    bottomPadding: Theme.tiny
    topPadding: Theme.small
    radius: Theme.radiusSmall
    font: Theme.labelSmall
    foreground: Theme.inkSoft

    contentItem: ColumnLayout {
        spacing: Theme.tiny

        MoodShape {
            Layout.alignment: Qt.AlignHCenter
            step: choice.step
        }
        Text {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: choice.word
            font: choice.font
            color: choice.foreground
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
