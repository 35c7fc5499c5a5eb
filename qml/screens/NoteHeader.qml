// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Above the things that may go into a note.
ColumnLayout {
    id: header

    required property NoteMaker maker

    Layout.fillWidth: true
    spacing: Theme.small

    SoftText {
        visible: header.maker.count > 0
        text: qsTr("Only what you tick is put in: up to three things.")
    }
    EmptyState {
        visible: header.maker.count === 0
        text: qsTr("There is nothing to put into a note yet.")
        hint: qsTr("Write something down first. Private cards are never offered here.")
    }
    SoftText {
        visible: header.maker.privateCount > 0
        text: qsTr("%n private card(s) stay(s) out of it.", "", header.maker.privateCount)
    }
    QuietButton {
        visible: header.maker.chosenCount > 0
        outlined: true
        text: qsTr("Put in what I chose")
        onClicked: header.maker.putInChosen()
    }
}
