// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// One thing that was, under the name of its day.
ColumnLayout {
    id: row

    required property int kind
    required property string uid
    required property string day
    required property bool firstOfDay
    required property string time
    required property string words
    required property string name
    required property string ownWords
    required property int step

    readonly property bool isMood: row.kind === LookingBackKind.Mood

    signal opened(uid: string)

    spacing: Theme.small

    Heading {
        visible: row.firstOfDay
        Layout.topMargin: Theme.small
        large: false
        text: row.day
    }
    Shown {
        when: row.isMood

        PressableMood {
            word: row.words
            time: row.time
            step: row.step
            note: row.ownWords
            accessibleName: row.ownWords === "" ? row.name : qsTr("%1. Your words: %2", "mood; note").arg(row.name).arg(row.ownWords)
            accessibleDescription: qsTr("Opens this check-in")
            onClicked: row.opened(row.uid)
        }
    }
    Shown {
        when: !row.isMood

        Card {
            spacing: Theme.tiny

            SoftText {
                text: qsTr("%1 · %2", "time; what happened").arg(row.time).arg(row.words)
                accessibleName: row.name
            }
            OwnWords {
                visible: row.ownWords !== ""
                text: row.ownWords
                maximumLines: 4
            }
        }
    }
}
