// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// Says where one is. A heading for screen readers too; the one at the top of
// a page takes the focus when the page opens, so that reading begins there.
Text {
    id: heading

    property bool large: true

    Layout.fillWidth: true
    font: heading.large ? Theme.headline : Theme.title
    color: Theme.ink
    lineHeight: Theme.leading
    wrapMode: Text.Wrap
    textFormat: Text.PlainText

    Accessible.role: Accessible.Heading
    Accessible.name: heading.text
}
