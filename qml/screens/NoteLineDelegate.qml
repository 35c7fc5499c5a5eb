// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// One finished line of the page.
ColumnLayout {
    id: line

    required property int section
    required property string heading
    required property string text
    required property bool ownWords
    required property int number

    Layout.fillWidth: true
    spacing: Theme.tiny

    Heading {
        visible: line.section === NoteLines.Title
        large: false
        text: line.text
    }
    BodyText {
        visible: line.heading !== ""
        Layout.topMargin: Theme.medium
        text: line.heading
        font: Theme.subtitle
    }
    RowLayout {
        Layout.fillWidth: true
        visible: line.ownWords
        spacing: Theme.small

        BodyText {
            Layout.fillWidth: false
            Layout.alignment: Qt.AlignTop
            text: line.number
            Accessible.ignored: true // said with the words
        }
        OwnWords {
            text: line.text
            accessibleName: qsTr("%1. Your words: %2").arg(line.number).arg(line.text)
        }
    }
    BodyText {
        visible: line.section === NoteLines.HelpMeSayIt || line.section === NoteLines.SinceLastTime
        text: line.text
    }
    Rectangle {
        visible: line.section === NoteLines.Agreed
        Layout.fillWidth: true
        Layout.topMargin: Theme.huge
        implicitHeight: Theme.hairline
        color: Theme.outline
    }
    SoftText {
        visible: line.section === NoteLines.WrittenOn || line.section === NoteLines.Footer
        Layout.topMargin: line.section === NoteLines.Footer ? Theme.large : 0
        text: line.text
    }
}
