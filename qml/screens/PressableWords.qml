// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// The person's own words as something to press.
Pressable {
    id: words

    property int maximumLines: 4

    Layout.fillWidth: true
    padding: 0
    topPadding: Theme.tiny
    bottomPadding: Theme.tiny

    contentItem: OwnWords {
        text: words.text
        maximumLines: words.maximumLines
        Accessible.ignored: true
    }
}
