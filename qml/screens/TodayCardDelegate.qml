// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// One thing to say, large enough to be read from the knee.
ColumnLayout {
    id: row

    required property string uid
    required property string text

    readonly property string brief: row.text.length > 60 ? row.text.slice(0, 60) + "…" : row.text

    signal showRequested(uid: string)

    Layout.fillWidth: true
    spacing: Theme.tiny

    OwnWords {
        text: row.text
        face: Theme.roomy ? Theme.ownWordsMedium : Theme.ownWordsSmall
    }
    QuietButton {
        text: qsTr("Show")
        accessibleName: qsTr("Show this one: %1").arg(row.brief)
        foreground: Theme.toSay.text
        onClicked: row.showRequested(row.uid)
    }
}
