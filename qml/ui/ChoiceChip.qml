// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// One answer among several; made by ChoiceChips.
Pressable {
    id: chip

    required property int index
    required property string modelData
    property bool chosen: false
    property Accent accent: Theme.toSay

    text: chip.modelData
    leftPadding: Theme.large
    rightPadding: Theme.large
    foreground: chip.chosen ? chip.accent.inkOnGround : Theme.ink
    ground: chip.chosen ? chip.accent.ground : Theme.card
    edge: chip.chosen ? chip.accent.inkOnGround : Theme.outline

    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chip.chosen

    contentItem: Text {
        text: chip.text
        font: chip.font
        color: chip.foreground
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
