// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What was just tapped: kept, with a way back, and room for a word about it.
ColumnLayout {
    id: kept

    required property MoodPanel panel
    readonly property Moods moods: kept.panel.moods

    property bool writing: kept.moods.note !== ""

    Layout.fillWidth: true
    spacing: Theme.small

    function focusNote(): void {
        if (kept.writing)
            line.forceActiveFocus(Qt.OtherFocusReason);
        else
            add.forceActiveFocus(Qt.OtherFocusReason);
    }
    function keepNote(): void {
        line.commit();
        kept.moods.keepNote();
    }

    Connections {
        target: kept.panel
        function onKeptHere(): void {
            kept.focusNote();
        }
    }
    Connections {
        target: kept.moods
        function onNoteKept(): void {
            kept.writing = false;
            kept.focusNote();
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.medium

        MoodShape {
            visible: Theme.roomy // else the word needs its room
            step: Math.max(0, kept.moods.lastStep)
        }
        UndoBar {
            text: qsTr("Kept: %1.").arg(kept.moods.lastWord)
            onUndo: kept.moods.undo()
            onDismissed: {
                line.commit();
                kept.moods.dismiss();
            }
        }
    }
    OwnWords {
        visible: kept.moods.lastNote !== ""
        accent: Theme.lookingBack
        text: kept.moods.lastNote
    }
    QuietButton {
        id: add

        visible: !kept.writing
        outlined: true
        text: kept.moods.lastNote === "" ? qsTr("Add a note") : qsTr("Add more")
        onClicked: {
            kept.writing = true;
            kept.focusNote();
        }
    }
    WritingField {
        id: line

        visible: kept.writing
        accent: Theme.lookingBack
        label: qsTr("A note about it")
        placeholder: qsTr("A word about it, if you like …")
        text: kept.moods.note
        readOnly: kept.moods.state === Moods.KeepingNote
        minimumLines: 1
        maximumLines: 6
        onTextChanged: kept.moods.note = text
        onAccepted: kept.keepNote()
    }
    QuietButton {
        visible: kept.writing
        outlined: true
        enabled: !line.empty && kept.moods.state !== Moods.KeepingNote
        text: qsTr("Keep the note")
        onClicked: kept.keepNote()
    }
    QuietButton {
        visible: kept.moods.gentle
        text: qsTr("People you can reach, if you like")
        onClicked: kept.panel.helpRequested()
    }
}
