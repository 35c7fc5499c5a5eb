// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// One card, open to be changed.
FocusScope {
    id: screen

    required property CardEditor editor
    required property Cards cards

    property bool showsNext: false // once it is saved
    readonly property bool gone: screen.editor.state === CardEditor.Gone

    signal closed
    signal showRequested(uid: string)
    signal helpRequested

    Component.onCompleted: page.focusHeading()

    // True when the way back was taken care of.
    function leave(): bool {
        if (question.opened) {
            question.close();
            return true;
        }
        line.commit();
        if (screen.editor.changed && !screen.gone)
            question.open();
        else
            screen.closed();
        return true;
    }
    function save(): void {
        line.commit();
        screen.editor.save();
    }

    // What is shown is what is stored: a change is saved first.
    function showIt(): void {
        line.commit();
        if (!screen.editor.changed)
            return screen.showRequested(screen.editor.uid);
        screen.showsNext = true;
        screen.editor.save();
    }

    Connections {
        target: screen.editor
        function onSaved(): void {
            if (screen.showsNext)
                screen.showRequested(screen.editor.uid);
            else
                screen.closed();
        }
        function onStateChanged(): void {
            if (screen.editor.state === CardEditor.Failed)
                screen.showsNext = false;
        }
    }
    ScreenPage {
        id: page

        anchors.fill: parent
        focus: true
        heading: qsTr("Your card")
        canGoBack: true
        onBackRequested: screen.leave()
        onHelpRequested: screen.helpRequested()

        Banner {
            visible: screen.editor.problem !== ""
            text: screen.editor.problem
        }
        Banner {
            visible: screen.editor.draftFound
            text: qsTr("This is what you typed last time without saving it.")
            actionText: qsTr("Back to what was saved")
            onAction: screen.editor.discard()
        }
        WritingField {
            id: line

            visible: !screen.gone
            label: qsTr("What I want to say")
            text: screen.editor.text
            minimumLines: 3
            maximumLines: 12
            onTextChanged: screen.editor.text = text
            onAccepted: screen.save()
        }
        QuietButton {
            visible: !screen.gone
            enabled: screen.editor.state !== CardEditor.Saving
            outlined: true
            text: qsTr("Show this card")
            accessibleDescription: qsTr("Full screen, for somebody else to read")
            onClicked: screen.showIt()
        }
        CardDetails {
            visible: !screen.gone
            editor: screen.editor
        }
        QuietButton {
            visible: !screen.gone
            text: qsTr("Delete this card")
            onClicked: {
                screen.cards.remove(screen.editor.uid);
                screen.editor.discard();
                screen.closed();
            }
        }

        foot: [
            FilledButton {
                Layout.fillWidth: true
                visible: !screen.gone
                enabled: screen.editor.changed && screen.editor.state !== CardEditor.Saving
                text: qsTr("Save")
                onClicked: screen.save()
            }
        ]
    }
    ConfirmSheet {
        id: question

        beneath: page
        title: qsTr("Save what you changed?")
        confirmText: qsTr("Save")
        cancelText: qsTr("Leave it as it was")
        onConfirmed: screen.save()
        onCancelled: {
            screen.editor.discard();
            screen.closed();
        }
    }
}
