// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui // for Curtain: a type in C++ is not found by mere neighbourhood

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
    signal cancelled // by its button
    signal dismissed // Esc, back, a tap beside it: nothing was decided

    anchors.fill: parent
    visible: false

    Accessible.role: Accessible.Dialog
    Accessible.name: sheet.title

    property Item before: null // what had the focus

    function open(): void {
        sheet.before = sheet.Window.activeFocusItem;
        sheet.visible = true;
        sheet.forceActiveFocus(Qt.PopupFocusReason);
        heading.forceActiveFocus(Qt.PopupFocusReason);
    }
    function close(): void {
        sheet.visible = false;
        sheet.before?.forceActiveFocus(Qt.PopupFocusReason);
        sheet.before = null;
    }
    function confirm(): void {
        sheet.close();
        sheet.confirmed();
    }
    function cancel(): void {
        sheet.close();
        sheet.cancelled();
    }

    function dismiss(): void {
        sheet.close();
        sheet.dismissed();
    }

    Keys.onEscapePressed: sheet.dismiss()
    Keys.onBackPressed: sheet.dismiss()

    Curtain {
        over: sheet.beneath
        drawn: sheet.visible
    }
    Binding {
        target: sheet.beneath
        property: "enabled"
        value: false
        when: sheet.visible
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onClicked: sheet.dismiss()
            onWheel: wheel => wheel.accepted = true
        }
    }
    Flickable {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.large + Theme.safeBottom
        width: Math.min(parent.width - 2 * Theme.large, Theme.contentWidth)
        height: Math.min(contentHeight, parent.height - 2 * Theme.large - Theme.safeBottom - Theme.safeTop)
        contentHeight: card.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        // A tap on the words is not a tap beside them.
        MouseArea {
            anchors.fill: card
        }
        Card {
            id: card

            width: parent.width

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
                wide: true
                text: sheet.cancelText
                onClicked: sheet.cancel()
            }
        }
    }
}
