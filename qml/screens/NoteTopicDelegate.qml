// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One card that may go into the note.
CheckRow {
    id: row

    required property string uid
    required text
    required property bool ticked
    required property bool chosen
    property bool full: false // no room for another one

    signal tickMade(uid: string, on: bool)

    own: true
    value: row.ticked
    enabled: row.ticked || !row.full
    accessibleDescription: row.chosen ? qsTr("Chosen for the session") : ""
    onPicked: on => row.tickMade(row.uid, on)
}
