// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

ScreenPage {
    id: page

    required property Words words

    heading: words.pause

    Flow {
        Layout.fillWidth: true
        spacing: Theme.small

        Repeater {
            model: [Icon.Lifebuoy, Icon.Back, Icon.Close, Icon.Check, Icon.Plus, Icon.Drag, Icon.Up, Icon.Down, Icon.Eye, Icon.EyeClosed, Icon.Lock, Icon.Note]
            delegate: IconButton {
                required property int modelData

                glyph: modelData
                name: "icon"
            }
        }
    }
    LabelledButton {
        Layout.alignment: Qt.AlignLeft
        glyph: Icon.Plus
        text: page.words.show
        outlined: true
        Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
    }
    FilledButton {
        Layout.fillWidth: true
        text: page.words.makeNote
    }
    FilledButton {
        Layout.fillWidth: true
        text: page.words.pause
        accent: Theme.pause
    }
    FilledButton {
        Layout.fillWidth: true
        text: page.words.looking
        accent: Theme.lookingBack
    }
    FilledButton {
        Layout.fillWidth: true
        text: page.words.keep
        enabled: false
    }
}
