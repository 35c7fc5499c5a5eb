// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// From page to page, where there is more than one.
GridLayout {
    id: turner

    required property NotePages pages

    visible: turner.pages.count > 1
    Layout.fillWidth: true
    columns: Theme.roomy ? 3 : 1
    columnSpacing: Theme.tiny
    rowSpacing: Theme.tiny

    QuietButton {
        enabled: turner.pages.current > 0
        text: qsTr("Page before")
        onClicked: turner.pages.turn(-1)
    }
    SoftText {
        text: qsTr("Page %1 of %2").arg(turner.pages.current + 1).arg(turner.pages.count)
        horizontalAlignment: Text.AlignHCenter
    }
    QuietButton {
        enabled: turner.pages.current + 1 < turner.pages.count
        text: qsTr("Next page")
        onClicked: turner.pages.turn(1)
    }
}
