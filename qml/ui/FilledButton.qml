// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// The one thing to do next: at most one of these on a screen.
Pressable {
    id: button

    property Accent accent: Theme.toSay

    leftPadding: Theme.huge
    rightPadding: Theme.huge
    ground: button.enabled ? button.accent.fill : Theme.disabledGround
    foreground: button.enabled ? button.accent.inkOnFill : Theme.inkSoft

    contentItem: Text {
        text: button.text
        font: button.font
        color: button.foreground
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
