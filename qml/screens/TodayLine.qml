// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// The line to write on, at the bottom of Today, and what became of it.
ColumnLayout {
    id: today

    required property WriteDown writeDown
    property bool leads: false // nothing is more urgent: it takes more room

    readonly property bool empty: line.empty

    Layout.fillWidth: true
    spacing: Theme.medium

    function focusLine(): void {
        line.forceActiveFocus(Qt.OtherFocusReason);
    }
    function keep(): void {
        line.commit();
        if (!line.empty)
            today.writeDown.keep();
    }

    Connections {
        target: today.writeDown
        function onKept(): void {
            kept.visible = true;
            announcement.say(qsTr("Kept"));
        }
        function onTextChanged(): void {
            if (today.writeDown.text !== "")
                kept.visible = false;
        }
    }

    Announcement {
        id: announcement
    }
    SoftText {
        id: kept

        visible: false
        text: qsTr("Kept. You find it under To say.")
    }
    Shown {
        when: today.writeDown.state === WriteDown.Failed

        Banner {
            text: today.writeDown.problem
        }
    }
    WritingField {
        id: line

        label: qsTr("Something I'd like my therapist to know")
        // With large letters the whole question would take half the page.
        placeholder: Theme.roomy ? qsTr("Something I'd like my therapist to know …") : qsTr("Write it down …")
        text: today.writeDown.text
        readOnly: today.writeDown.state === WriteDown.Keeping
        minimumLines: today.leads && Theme.roomy ? 3 : line.empty ? 1 : 2
        maximumLines: 6
        onTextChanged: today.writeDown.text = text
        onAccepted: today.keep()
    }
    FilledButton {
        Layout.fillWidth: true
        visible: !line.empty
        enabled: today.writeDown.state !== WriteDown.Keeping
        text: qsTr("Keep it")
        onClicked: today.keep()
    }
}
