// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// A check-in as something to press: when, how it was, and a note.
Pressable {
    id: mood

    required property string word
    required property string time
    required property int step
    required property string note

    Layout.fillWidth: true
    padding: Theme.large
    ground: Theme.card
    edge: Theme.line

    contentItem: ColumnLayout {
        spacing: Theme.small

        RowLayout {
            spacing: Theme.medium

            MoodShape {
                step: Math.max(0, mood.step)
                size: Theme.moodShapeSmall
            }
            BodyText {
                text: mood.word
                Accessible.ignored: true // the button says it
            }
            SoftText {
                Layout.fillWidth: false
                text: mood.time
                Accessible.ignored: true
            }
        }
        OwnWords {
            visible: mood.note !== ""
            accent: Theme.lookingBack
            text: mood.note
            maximumLines: 4
            Accessible.ignored: true
        }
    }
}
