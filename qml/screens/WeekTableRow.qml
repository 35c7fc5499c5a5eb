// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// One day of the week in words. A day without check-ins takes no room.
ColumnLayout {
    id: row

    required property string day
    required property string words
    required property string sentence
    required property bool there

    visible: row.there
    Layout.fillWidth: true
    spacing: 0

    Accessible.role: Accessible.StaticText
    Accessible.name: row.sentence

    BodyText {
        text: row.day
        Accessible.ignored: true // the row says both
    }
    SoftText {
        text: row.words
        Accessible.ignored: true
    }
}
