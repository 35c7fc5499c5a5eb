// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// How is it right now? One tap is enough; all that follows can be left out.
ColumnLayout {
    id: panel

    required property Moods moods
    property bool folded: false // the row alone, without the question above it

    readonly property bool asking: panel.moods.state === Moods.Asking || panel.moods.state === Moods.Keeping

    signal helpRequested
    signal keptHere // what was pressed is gone: the keyboard goes where it leads

    Layout.fillWidth: true
    spacing: Theme.small

    function focusFirst(): void {
        row.focusFirst();
    }

    Connections {
        target: panel.moods
        function onKept(): void {
            panel.keptHere();
        }
        function onUndone(): void {
            announcement.say(qsTr("Taken back"));
            row.focusFirst();
        }
        function onNoteKept(): void {
            announcement.say(qsTr("Note kept"));
        }
    }

    Announcement {
        id: announcement
    }
    SoftText {
        visible: panel.asking && !panel.folded
        text: qsTr("How is it right now?")
    }
    MoodRow {
        id: row

        visible: panel.asking
        label: qsTr("How is it right now?")
        words: panel.moods.words
        names: panel.moods.names
        onPicked: step => panel.moods.checkIn(step)
    }
    Shown {
        when: panel.moods.problem !== ""

        Banner {
            text: panel.moods.problem
        }
    }
    Shown {
        when: !panel.asking
        source: "MoodKept.qml"
        given: ({
                panel: panel
            })
    }
}
