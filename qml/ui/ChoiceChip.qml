// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Ui

// One answer among several; made by ChoiceChips. Not a Pressable: in 6.4 the
// role that a screen reader hears comes from the template and nothing else.
T.RadioButton {
    id: chip

    required property int index
    required property string modelData
    property bool chosen: false
    property string question: "" // said before the answer, for ears
    readonly property color foreground: chip.chosen ? chip.accent.inkOnGround : Theme.ink
    property Accent accent: Theme.toSay

    text: chip.modelData
    // The tick stands in room that is there anyway, so that choosing moves
    // nothing but the word itself.
    leftPadding: Theme.chipPadding + (chip.chosen ? (chip.mirrored ? -Theme.small : Theme.small) : 0)
    rightPadding: 2 * Theme.chipPadding - leftPadding
    topPadding: Theme.medium
    bottomPadding: Theme.medium
    font: Theme.label
    autoExclusive: false // ChoiceChips decides
    checked: chip.chosen
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.RadioButton
    Accessible.name: chip.question === "" ? chip.text : qsTr("%1: %2").arg(chip.question).arg(chip.text)
    Accessible.checkable: true
    Accessible.checked: chip.chosen
    Accessible.onPressAction: chip.trigger()
    Accessible.onToggleAction: chip.trigger()
    Keys.onReturnPressed: event => chip.pressByKey(event)
    Keys.onEnterPressed: event => chip.pressByKey(event)

    function trigger(): void {
        if (chip.enabled)
            chip.clicked();
    }
    function pressByKey(event: KeyEvent): void {
        if (!event.isAutoRepeat)
            chip.trigger();
    }

    background: PressGround {
        hovered: chip.hovered && chip.enabled
        pressed: chip.down
        focused: chip.visualFocus
        radius: Math.min(Theme.radius, height / 2)
        color: chip.chosen ? chip.accent.ground : Theme.card
        border.color: chip.chosen ? chip.accent.inkOnGround : Theme.outline
        tint: chip.foreground
    }
    indicator: Icon {
        x: chip.mirrored ? chip.width - width - Theme.small : Theme.small
        y: (chip.height - height) / 2
        width: Theme.iconSmall
        height: width
        visible: chip.chosen
        glyph: Icon.Check
        color: chip.foreground
    }
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
