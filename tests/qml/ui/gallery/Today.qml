// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

Item {
    id: today

    required property Words words

    ScreenPage {
        anchors.top: parent.top
        anchors.bottom: bar.top
        width: parent.width
        aboveBar: true
        dayLabel: today.words.day
        heading: today.words.next

        Card {
            RowLayout {
                Layout.fillWidth: true

                BodyText {
                    text: today.words.things
                }
                QuietButton {
                    text: today.words.show
                    foreground: Theme.toSay.text
                }
            }
            OwnWords {
                text: today.words.first
            }
            OwnWords {
                text: today.words.second
            }
            FilledButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.tiny
                text: today.words.makeNote
            }
        }
        foot: WritingField {
            label: today.words.line
            placeholder: today.words.line
            minimumLines: 1
        }
    }
    NavBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        places: [
            NavPlace {
                name: today.words.today
            },
            NavPlace {
                name: today.words.toSay
            },
            NavPlace {
                name: today.words.pause
            },
            NavPlace {
                name: today.words.looking
            }
        ]
    }
}
