// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// The person's own words as large as their room allows, in three steps; what
// is longer still keeps the smallest and is scrolled by whoever holds it.
OwnWords {
    id: words

    required property real room // the height there is

    // So many letters never fit; to measure them would only take time.
    readonly property bool endless: words.text.length > 1000
    readonly property int step: words.endless ? 2 : large.implicitHeight <= words.room ? 0 : medium.implicitHeight <= words.room ? 1 : 2

    face: [Theme.ownWordsLarge, Theme.ownWordsMedium, Theme.ownWordsSmall][words.step]

    Text {
        id: large

        visible: false
        width: words.labelWidth
        text: words.endless ? "" : words.text
        font: Theme.ownWordsLarge
        lineHeight: Theme.leading
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
    Text {
        id: medium

        visible: false
        width: words.labelWidth
        text: large.text
        font: Theme.ownWordsMedium
        lineHeight: Theme.leading
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
}
