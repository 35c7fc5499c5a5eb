// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// One line to keep, for those who want to.
ColumnLayout {
    id: keeping

    required property WriteDown line

    Layout.fillWidth: true
    spacing: Theme.medium

    function commit(): void {
        field.commit();
    }

    Heading {
        Layout.topMargin: Theme.large
        large: false
        text: qsTr("One line to keep")
    }
    Banner {
        visible: keeping.line.state === WriteDown.Failed
        text: keeping.line.problem
    }
    WritingField {
        id: field

        label: qsTr("One line to keep for next time")
        placeholder: qsTr("Something for next time …")
        text: keeping.line.text
        readOnly: keeping.line.state === WriteDown.Keeping
        minimumLines: 2
        maximumLines: 6
        onTextChanged: keeping.line.text = text
    }
}
