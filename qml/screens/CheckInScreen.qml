// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// One check-in, open to have its note changed or to be deleted.
ScreenPage {
    id: screen

    required property CheckInEditor editor

    readonly property bool usable: screen.editor.state !== CheckInEditor.Gone && screen.editor.state !== CheckInEditor.Opening

    signal closed
    signal deleteRequested(uid: string)

    aboveBar: true
    heading: screen.usable ? screen.editor.word : qsTr("Check-in")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()

    // What was typed is never asked about and never lost: going back keeps it
    // as a draft, which is found again.
    onBackRequested: screen.leave()
    Keys.onEscapePressed: screen.leave()
    Keys.onBackPressed: screen.leave()

    function leave(): void {
        line.commit();
        screen.closed();
    }
    function save(): void {
        line.commit();
        screen.editor.save();
    }

    Connections {
        target: screen.editor
        function onSaved(): void {
            screen.closed();
        }
    }

    Banner {
        visible: screen.editor.problem !== ""
        text: screen.editor.problem
    }
    RowLayout {
        visible: screen.usable
        Layout.fillWidth: true
        spacing: Theme.medium

        MoodShape {
            step: screen.editor.step
        }
        SoftText {
            text: screen.editor.when
        }
    }
    WritingField {
        id: line

        visible: screen.usable
        accent: Theme.lookingBack
        label: qsTr("A note about it")
        placeholder: qsTr("A word about it, if you like …")
        text: screen.editor.note
        minimumLines: 3
        maximumLines: 12
        onTextChanged: screen.editor.note = text
        onAccepted: screen.save()
    }
    CheckRow {
        visible: screen.usable
        accent: Theme.lookingBack
        text: qsTr("Private: never counted in a note")
        value: screen.editor.isPrivate
        onPicked: on => screen.editor.isPrivate = on
    }
    QuietButton {
        visible: screen.usable
        text: qsTr("Delete this check-in")
        onClicked: {
            screen.editor.discard();
            screen.deleteRequested(screen.editor.uid);
            screen.closed();
        }
    }

    foot: [
        FilledButton {
            Layout.fillWidth: true
            visible: screen.usable
            accent: Theme.lookingBack
            enabled: screen.editor.changed && screen.editor.state !== CheckInEditor.Saving
            text: qsTr("Save")
            onClicked: screen.save()
        }
    ]
}
