// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// A back-up on its way back: which file, what is in it, then the yes.
ScreenPage {
    id: screen

    required property Shell shell

    readonly property Restorer restorer: screen.shell.restorer
    readonly property bool working: screen.restorer.looking || screen.shell.busy
    readonly property bool asks: !screen.working && !screen.restorer.found
    readonly property bool shows: !screen.working && screen.restorer.found

    heading: screen.asks ? qsTr("Restore a back-up") : screen.shows ? qsTr("In this back-up") : screen.restorer.looking ? qsTr("Looking inside") : qsTr("Restoring")
    Component.onCompleted: screen.focusHeading()

    // What was typed is not for the next one to read, nor does it wait behind the
    // preview. It comes back only where something else than it was not right.
    readonly property bool looking: screen.restorer.looking
    onLookingChanged: if (!screen.looking)
        passphrase.text = screen.restorer.takePassphrase();

    Keys.onEscapePressed: event => event.accepted = screen.goBack()
    Keys.onBackPressed: event => event.accepted = screen.goBack()

    function goBack(): bool {
        if (screen.working)
            return false;
        screen.shell.retry();
        return true;
    }
    function look(): void {
        file.commit();
        passphrase.commit();
        if (!lookButton.enabled)
            return;
        const typed = passphrase.text;
        passphrase.clear();
        screen.restorer.look(file.text, typed);
    }
    function restore(): void {
        choice.commit();
        if (!screen.shell.restoreNeedsLock)
            screen.shell.restore();
        else if (choice.ready)
            screen.shell.restoreWithPassphrase(choice.text);
    }

    Banner {
        visible: !screen.working && screen.restorer.problem !== ""
        text: screen.restorer.problem
    }
    BodyText {
        visible: screen.asks
        text: qsTr("You see what is in it before anything is changed.")
    }
    PlaceField {
        id: file

        visible: screen.asks
        chooser: screen.shell.placeChooser
        label: qsTr("Where the back-up is")
        placeholder: qsTr("Folder and name of the file")
        chooseText: qsTr("Choose the file …")
        onAccepted: passphrase.forceActiveFocus(Qt.TabFocusReason)
    }
    PassphraseField {
        id: passphrase

        visible: screen.asks
        label: qsTr("The back-up's passphrase")
        onAccepted: screen.look()
    }
    BodyText {
        visible: screen.shows
        text: screen.restorer.madeOn
    }
    Repeater {
        model: screen.shows ? screen.restorer.lines : []

        BodyText {
            required property string modelData

            text: modelData
        }
    }
    SoftText {
        visible: screen.shows
        text: qsTr("It takes the place of what is in Rapport now. If there are notes here, they are kept aside for 30 days, locked as they were.")
    }
    BodyText {
        visible: screen.shows && screen.shell.holdsTexts
        text: qsTr("What you typed last could not be written into the notes that are here. It does not go into the restored ones: if you need it, write it on paper now.")
    }
    BodyText {
        visible: screen.shows && screen.shell.restoreNeedsLock
        text: qsTr("This device has no key store that answers, so nothing was restored yet. A passphrase can lock your notes instead; you type it each time you open Rapport.")
    }
    PassphraseChoice {
        id: choice

        visible: screen.shows && screen.shell.restoreNeedsLock
        label: qsTr("New passphrase")
        secretChoice: screen.shell.secretChoice
        onAccepted: screen.restore()
    }
    BodyText {
        visible: screen.working
        text: qsTr("If you stop, nothing is restored, and what is here stays as it is.")
    }
    SoftText {
        visible: screen.working
        text: screen.restorer.stopping ? qsTr("Stopping …") : qsTr("%1 % done").arg(Math.floor(screen.restorer.share * 100))
    }

    foot: [
        FilledButton {
            id: lookButton

            Layout.fillWidth: true
            visible: screen.asks
            text: qsTr("Look inside")
            enabled: file.text !== "" && passphrase.text !== ""
            onClicked: screen.look()
        },
        FilledButton {
            Layout.fillWidth: true
            visible: screen.shows
            text: qsTr("Restore this")
            enabled: !screen.shell.restoreNeedsLock || choice.ready
            onClicked: screen.restore()
        },
        QuietButton {
            wide: true
            visible: !screen.working
            text: qsTr("Back")
            onClicked: screen.goBack()
        },
        QuietButton {
            wide: true
            visible: screen.working
            enabled: !screen.restorer.stopping
            text: qsTr("Stop")
            onClicked: screen.restorer.stop()
        }
    ]
}
