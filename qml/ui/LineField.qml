// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// One line to fill in: a name, a date. Its label stands above it.
FocusScope {
    id: field

    required property string label
    property alias text: edit.text
    property alias cursorPosition: edit.cursorPosition
    property string placeholder: ""
    property string description: field.placeholder
    property alias maximumLength: edit.maximumLength
    property alias inputMethodHints: edit.inputMethodHints
    property alias echoMode: edit.echoMode
    property alias readOnly: edit.readOnly
    property alias trailing: slot.data // room for a button inside the field

    signal accepted // Enter
    signal edited // by the person, not by the app

    // Qt 6.4 gives a screen reader no name for a field whose text is hidden:
    // the group around it has to carry one.
    Accessible.role: Accessible.Grouping
    Accessible.name: field.label
    Accessible.ignored: field.echoMode === TextInput.Normal

    Layout.fillWidth: true
    implicitWidth: Theme.contentWidth / 2
    implicitHeight: title.implicitHeight + Theme.tiny + edit.height

    function commit(): void {
        if (edit.activeFocus)
            InputMethod.commit();
    }
    function clear(): void {
        edit.clear();
    }
    // What was typed was not right: it can be looked at, and the next key replaces it.
    function again(): void {
        edit.forceActiveFocus(Qt.OtherFocusReason);
        edit.selectAll();
    }

    Text {
        id: title

        anchors.left: parent.left
        anchors.right: parent.right
        text: field.label
        font: Theme.bodySmall
        color: Theme.inkSoft
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
    FieldFrame {
        anchors.fill: edit
        active: edit.activeFocus
    }
    T.TextField {
        id: edit

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(Theme.target + Theme.small, contentHeight + 2 * Theme.medium)
        leftPadding: mirrored ? slot.width + Theme.large : Theme.large
        rightPadding: mirrored ? Theme.large : slot.width + Theme.large
        focus: true
        font: Theme.body
        color: Theme.ink
        selectionColor: Theme.toSay.fill
        selectedTextColor: Theme.toSay.inkOnFill
        verticalAlignment: TextInput.AlignVCenter
        passwordCharacter: "\u2022"
        selectByMouse: true
        readonly property bool mirrored: LayoutMirroring.enabled

        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.description: field.description
        Accessible.passwordEdit: edit.echoMode !== TextInput.Normal

        onAccepted: field.accepted()
        onTextEdited: field.edited()
    }
    Text {
        anchors.fill: edit
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large + slot.width
        visible: edit.length === 0 && edit.preeditText.length === 0
        text: field.placeholder
        font: edit.font
        color: Theme.inkSoft
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
    }
    Item {
        id: slot

        anchors.right: edit.right
        anchors.verticalCenter: edit.verticalCenter
        width: childrenRect.width
        height: childrenRect.height
    }
}
