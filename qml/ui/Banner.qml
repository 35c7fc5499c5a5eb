// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// Something went wrong, or needs to be known: said in words, at its place.
Card {
    id: banner

    required property string text
    property string actionText: ""
    property string dismissText: ""

    signal action
    signal dismissed

    border.color: Theme.outline
    spacing: Theme.small

    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.text

    BodyText {
        text: banner.text
        Accessible.ignored: true // the banner itself says it
    }
    Flow {
        Layout.fillWidth: true
        visible: banner.actionText !== "" || banner.dismissText !== ""
        spacing: Theme.small

        QuietButton {
            visible: banner.actionText !== ""
            outlined: true
            objectName: "action"
            text: banner.actionText
            onClicked: banner.action()
        }
        QuietButton {
            visible: banner.dismissText !== ""
            text: banner.dismissText
            onClicked: banner.dismissed()
        }
    }
}
