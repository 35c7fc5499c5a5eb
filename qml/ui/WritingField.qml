// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// The line to write on, and as many lines as it takes. The person's words
// already look like their own while they are being written.
FocusScope {
    id: field

    required property string label // its name for a screen reader
    property alias text: edit.text
    property string placeholder: ""
    property string description: field.placeholder
    property Accent accent: Theme.toSay
    property int minimumLines: 2
    property int maximumLines: 8 // then it scrolls
    property int maximumLength: 0 // 0: none; who keeps the text says what is too long, and cuts nothing
    property alias readOnly: edit.readOnly
    readonly property alias length: edit.length
    readonly property real wanted: {
        const least = Math.max(field.minimumLines * metrics.lineSpacing, field.empty ? hint.implicitHeight : 0);
        return Math.max(least, Math.min(edit.implicitHeight, field.maximumLines * metrics.lineSpacing));
    }
    readonly property bool empty: edit.length === 0 && edit.preeditText.length === 0

    signal accepted // Ctrl+Enter
    signal tooLong // what went over the limit was left out

    Layout.fillWidth: true
    implicitWidth: Theme.contentWidth / 2
    implicitHeight: field.wanted + 2 * frame.topInset

    // What an input method still holds is not in `text` yet: call this first.
    function commit(): void {
        if (edit.activeFocus)
            InputMethod.commit();
    }
    function clear(): void {
        edit.clear();
    }

    FieldFrame {
        id: frame

        property int topInset: Theme.large

        anchors.fill: parent
        active: edit.activeFocus
    }
    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.rule
        height: page.height
        radius: width / 2
        color: field.accent.text
    }
    FontMetrics {
        id: metrics

        font: edit.font
    }
    Flickable {
        id: page

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.large + Theme.rule + Theme.medium
        anchors.rightMargin: Theme.large
        y: frame.topInset
        height: field.height - 2 * frame.topInset
        contentHeight: edit.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height

        function follow(caret: rect): void {
            if (caret.y < contentY)
                contentY = caret.y;
            else if (caret.y + caret.height > contentY + height)
                contentY = caret.y + caret.height - height;
        }

        TextEdit {
            id: edit

            width: page.width
            height: Math.max(implicitHeight, page.height)
            focus: true
            activeFocusOnTab: true
            font: Theme.ownWords
            color: Theme.ink
            selectionColor: field.accent.fill
            selectedTextColor: field.accent.inkOnFill
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            selectByMouse: true

            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.description
            Accessible.multiLine: true
            Accessible.editable: !edit.readOnly
            Accessible.focusable: true

            onCursorRectangleChanged: page.follow(cursorRectangle)
            onTextChanged: field.shorten()
            Keys.onPressed: event => field.handleKey(event)
            Keys.onTabPressed: edit.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: edit.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        }
        Text {
            id: hint

            width: page.width
            text: field.placeholder
            visible: field.empty
            font: edit.font
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
    }

    function handleKey(event: KeyEvent): void {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        if (!enter || !(event.modifiers & Qt.ControlModifier))
            return;
        event.accepted = true;
        if (event.isAutoRepeat)
            return;
        field.commit();
        field.accepted();
    }
    function shorten(): void {
        if (field.maximumLength === 0 || edit.length <= field.maximumLength)
            return;
        // Never leave half of a character that takes two units.
        const last = edit.getText(field.maximumLength - 1, field.maximumLength).charCodeAt(0);
        edit.remove(field.maximumLength - (last >= 0xd800 && last < 0xdc00 ? 1 : 0), edit.length);
        field.tooLong();
    }
}
