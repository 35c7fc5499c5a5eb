// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// How the note leaves, besides the one way that is filled.
Flow {
    id: ways

    required property NoteHandover handover

    readonly property bool open: ways.handover.state !== NoteHandover.HandingOver && !ways.handover.firstTime

    Layout.fillWidth: true
    spacing: Theme.tiny

    QuietButton {
        enabled: ways.open
        text: qsTr("Copy the note")
        onClicked: ways.handover.copyText()
    }
    QuietButton {
        enabled: ways.open
        text: qsTr("Save as PDF")
        onClicked: ways.handover.savePdf()
    }
    QuietButton {
        enabled: ways.open
        text: qsTr("Save as text")
        onClicked: ways.handover.saveText()
    }
    QuietButton {
        visible: ways.handover.state === NoteHandover.HandedOver // else it is the filled one
        enabled: ways.open
        text: qsTr("Send by e-mail")
        onClicked: ways.handover.sendEmail()
    }
}
