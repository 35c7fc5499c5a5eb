// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// A sentence about the time since the last session, word for word; there only
// where there is one, and ticked only by the person.
ColumnLayout {
    id: since

    required property NoteMaker maker

    visible: since.maker.count > 0 && since.maker.sinceLastTime !== ""
    Layout.fillWidth: true
    spacing: Theme.tiny

    Heading {
        Layout.topMargin: Theme.large
        large: false
        text: qsTr("Since last time")
    }
    CheckRow {
        text: since.maker.sinceLastTime
        value: since.maker.withSinceLastTime
        onPicked: on => since.maker.withSinceLastTime = on
    }
}
