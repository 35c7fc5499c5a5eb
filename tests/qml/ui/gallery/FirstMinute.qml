// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

ScreenPage {
    id: page

    required property Words words

    heading: page.words.promise

    BodyText {
        text: page.words.invitation
    }
    SoftText {
        text: page.words.privacy
    }
    foot: [
        WritingField {
            label: page.words.line
            placeholder: page.words.line
            minimumLines: 3
            maximumLines: 5
        },
        FilledButton {
            Layout.fillWidth: true
            text: page.words.keep
        }
    ]
}
