// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// A flat sheet on the page. What is put into it stands in a column.
Rectangle {
    id: card

    default property alias content: column.data
    property alias spacing: column.spacing
    property int padding: Theme.large

    Layout.fillWidth: true
    implicitWidth: column.implicitWidth + 2 * card.padding
    implicitHeight: column.implicitHeight + 2 * card.padding
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.hairline
    border.color: Theme.line

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: card.padding
        spacing: Theme.medium
    }
}
