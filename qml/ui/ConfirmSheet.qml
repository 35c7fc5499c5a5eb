// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// Asks before something that cannot be taken back. While it is open the page
// beneath can be neither pressed, nor reached by keyboard, nor read out.
FocusScope {
    id: sheet

    required property Item beneath
    property string title: ""
    property string text: ""
    property string confirmText: ""
    property string cancelText: qsTr("Cancel")
    property Accent accent: Theme.toSay
    readonly property bool opened: sheet.visible

    signal confirmed
    signal cancelled

    anchors.fill: parent
    visible: false

    Accessible.role: Accessible.Dialog
    Accessible.name: sheet.title

    function open(): void {
        sheet.visible = true;
        sheet.forceActiveFocus(Qt.PopupFocusReason);
        heading.forceActiveFocus(Qt.PopupFocusReason);
    }
    function close(): void {
        sheet.visible = false;
    }
    function confirm(): void {
        sheet.close();
        sheet.confirmed();
    }
    function cancel(): void {
        sheet.close();
        sheet.cancelled();
    }

    Keys.onEscapePressed: sheet.cancel()
    Keys.onBackPressed: sheet.cancel()

    Binding {
        target: sheet.beneath
        property: "enabled"
        value: false
        when: sheet.visible
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        TapHandler {
            onTapped: sheet.cancel()
        }
    }
    Card {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.large + Theme.safeBottom
        width: Math.min(parent.width - 2 * Theme.large, Theme.contentWidth)

        Heading {
            id: heading

            text: sheet.title
            large: false
        }
        BodyText {
            text: sheet.text
            visible: text !== ""
        }
        FilledButton {
            Layout.fillWidth: true
            text: sheet.confirmText
            accent: sheet.accent
            onClicked: sheet.confirm()
        }
        QuietButton {
            Layout.fillWidth: true
            text: sheet.cancelText
            onClicked: sheet.cancel()
        }
    }
}
