// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// The headline of a ListPage, and what stands between it and the rows.
ColumnLayout {
    id: header

    required property string heading
    required property Component body

    spacing: Theme.large

    function focusHeading(): void {
        headline.forceActiveFocus(Qt.OtherFocusReason);
    }

    Heading {
        id: headline

        Layout.topMargin: Theme.small
        text: header.heading
        Accessible.focusable: true
    }
    Loader {
        Layout.fillWidth: true
        visible: status === Loader.Ready && (item as Item).implicitHeight > 0
        sourceComponent: header.body
    }
    Item {
        implicitHeight: Theme.tiny
    }
}
