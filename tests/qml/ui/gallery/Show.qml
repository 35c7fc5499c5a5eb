// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

ScreenPage {
    id: page

    required property Words words

    helpShown: false

    OwnWords {
        Layout.topMargin: Theme.vast
        text: page.words.large
        face: Theme.ownWordsLarge
    }
    foot: [
        SoftText {
            text: page.words.privacy
        },
        RowLayout {
            Layout.fillWidth: true

            QuietButton {
                text: page.words.show
            }
            Item {
                Layout.fillWidth: true
            }
            QuietButton {
                text: page.words.keep
            }
        }
    ]
}
