// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// The headline of a ListPage, and what stands between it and the rows.
ColumnLayout {
    id: header

    property string heading: ""
    property Item body: null

    readonly property alias headline: headline

    spacing: Theme.large

    Heading {
        id: headline

        Layout.topMargin: Theme.small
        text: header.heading
        Accessible.focusable: true
    }
    ColumnLayout {
        Layout.fillWidth: true
        data: header.body === null ? [] : [header.body]
    }
    Item {
        implicitHeight: Theme.tiny
    }
}
