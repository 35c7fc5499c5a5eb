// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// What was, day by day. A check-in can be opened; the rest is there to read.
FocusScope {
    id: screen

    required property LookingBack past
    required property MoodWeek week
    required property CheckInEditor editor
    property bool veils: false // what was written, until it is asked for

    property bool editing: false

    signal helpRequested

    Component.onCompleted: {
        screen.past.load();
        screen.week.showLatest();
        page.focusHeading();
    }

    function open(uid: string): void {
        screen.editor.open(uid);
        screen.editing = true;
    }
    function close(): void {
        screen.editing = false;
        // Back to the row that was opened, not to the top of the list.
        page.forceActiveFocus(Qt.OtherFocusReason);
    }

    ListPage {
        id: page

        anchors.fill: parent
        aboveBar: true
        focus: !screen.editing
        visible: !screen.editing
        heading: qsTr("Looking back")
        model: screen.veils && !top.shown ? null : screen.past
        onHelpRequested: screen.helpRequested()

        header: LookingBackHeader {
            id: top

            past: screen.past
            veils: screen.veils
            week: screen.week
        }
        delegate: LookingBackDelegate {
            width: page.columnWidth
            onOpened: uid => screen.open(uid)
        }
        footer: QuietButton {
            visible: screen.past.hasMore && page.model !== null
            outlined: true
            text: qsTr("Earlier days")
            onClicked: screen.past.loadMore()
        }
        foot: UndoBar {
            visible: screen.past.canUndo
            text: qsTr("Check-in deleted.")
            onUndo: screen.past.undo()
            onDismissed: screen.past.dismissUndo()
        }
    }
    Shown {
        when: screen.editing

        CheckInScreen {
            anchors.fill: parent
            focus: true
            editor: screen.editor
            onHelpRequested: screen.helpRequested()
            onDeleteRequested: uid => screen.past.remove(uid)
            onClosed: screen.close()
        }
    }
}
