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

    readonly property string text: edit.text
    readonly property bool complete: code.complete
    readonly property string problem: code.problem

    signal accepted

    Layout.fillWidth: true
    spacing: Theme.small

    function commit(): void {
        edit.commit();
    }

    RecoveryCodeText {
        id: code
    }
    LineField {
        id: edit

        label: qsTr("Recovery code")
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
