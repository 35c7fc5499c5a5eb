// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// A recovery code to type: it falls into its groups by itself, and what is
// wrong is said by the number of the group.
ColumnLayout {
    id: field

    property string label: qsTr("Recovery code")
    property string title: "" // on a page about more than the code
    property string intro: "" // stands above it
    readonly property string text: edit.text
    readonly property bool complete: code.complete
    readonly property string problem: code.problem

    signal accepted

    Layout.fillWidth: true
    spacing: Theme.small

    function commit(): void {
        edit.commit();
    }
    function clear(): void {
        edit.clear();
    }
    // Where a slip is to be found: nothing of it is selected.
    function again(): void {
        edit.forceActiveFocus(Qt.OtherFocusReason);
    }

    RecoveryCodeText {
        id: code
    }
    Heading {
        large: false
        visible: text !== ""
        text: field.title
    }
    BodyText {
        visible: text !== ""
        text: field.intro
    }
    LineField {
        id: edit

        label: field.label
        description: qsTr("Seven groups. Capital letters, spaces and hyphens do not matter.")
        focus: true
        maximumLength: 512
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase | Qt.ImhLatinOnly
        onAccepted: field.accepted()
        onTextChanged: {
            const regrouped = code.regroup(edit.text, edit.cursorPosition);
            if (regrouped === edit.text)
                return;
            edit.text = regrouped;
            edit.cursorPosition = code.cursor;
        }
    }
    RecoveryGroups {
        visible: edit.text !== ""
        groups: edit.text.split(" ")
        wrong: code.wrongGroups
        spoken: false
    }
    SoftText {
        visible: field.problem !== ""
        text: field.problem
    }
    Announcement {
        id: ears
    }
    onProblemChanged: if (field.problem !== "")
        ears.say(field.problem)
}
