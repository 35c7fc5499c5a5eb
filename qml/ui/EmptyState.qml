// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// Nothing here yet: one sentence, and perhaps how to begin.
ColumnLayout {
    id: empty

    required property string text
    property string hint: ""
    default property alias content: more.data

    Layout.fillWidth: true
    spacing: Theme.small

    BodyText {
        text: empty.text
    }
    SoftText {
        text: empty.hint
        visible: text !== ""
    }
    ColumnLayout {
        id: more

        Layout.fillWidth: true
    }
}
