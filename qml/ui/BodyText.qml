// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// What the app says, in its own plain voice.
Text {
    id: body

    property string accessibleName: body.text

    Layout.fillWidth: true
    font: Theme.body
    color: Theme.ink
    lineHeight: Theme.leading
    wrapMode: Text.Wrap
    textFormat: Text.PlainText

    Accessible.role: Accessible.StaticText
    Accessible.name: body.accessibleName
}
