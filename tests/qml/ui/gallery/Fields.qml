// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

ScreenPage {
    id: page

    required property Words words

    canGoBack: true
    heading: page.words.kind

    WritingField {
        label: page.words.line
        text: page.words.first + "\n" + page.words.second
        maximumLines: 4
        Component.onCompleted: forceActiveFocus()
    }
    LineField {
        label: page.words.name
        placeholder: page.words.name
    }
    PassphraseField {
        label: page.words.secret
        text: "six plain words"
    }
    CheckRow {
        text: page.words.chosen
        value: true
    }
    foot: FilledButton {
        Layout.fillWidth: true
        text: page.words.keep
        enabled: false
    }
}
