// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What goes into the note. Nothing is ticked unless the person ticks it.
ListPage {
    id: screen

    required property NoteMaker maker

    signal previewRequested

    heading: qsTr("What goes in?")
    canGoBack: true
    model: screen.maker
    Component.onCompleted: screen.focusHeading()

    header: NoteHeader {
        maker: screen.maker
    }
    delegate: NoteTopicDelegate {
        width: screen.columnWidth
        full: screen.maker.full
        onTickMade: (uid, on) => screen.maker.setTicked(uid, on)
    }
    footer: ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.tiny

        NoteHelps {
            maker: screen.maker
        }
        NoteSinceLastTime {
            maker: screen.maker
        }
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            text: qsTr("See the page")
            enabled: screen.maker.tickedCount > 0
            onClicked: screen.previewRequested()
        }
    ]
}
