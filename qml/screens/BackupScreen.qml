// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Everything in one encrypted file: what it is, its passphrase, its place; then
// how far it is, and where it came to lie. What was typed stays until it is made.
ScreenPage {
    id: screen

    required property Backups backups
    required property StepUp stepUp
    required property SecretChoice secretChoice
    required property Settings settings
    required property PlaceChooser placeChooser
    required property bool canReplace // by what is in a back-up

    readonly property int step: screen.backups.state
    readonly property bool working: screen.step === Backups.Working
    readonly property bool done: screen.step === Backups.Done
    readonly property bool asking: !screen.working && !screen.done
    readonly property bool checking: screen.stepUp.state === StepUp.Checking

    signal replaceRequested

    heading: screen.done ? qsTr("Your back-up is made") : screen.working ? qsTr("Making your back-up") : qsTr("Back up")
    canGoBack: true
    Component.onCompleted: {
        screen.backups.look();
        screen.focusHeading();
    }
    Component.onDestruction: {
        screen.stepUp.forget();
        screen.backups.forget();
    }
    onHeadingChanged: screen.focusHeading()
    onDoneChanged: if (screen.done)
        passphrase.made = "";

    function start(): void {
        passphrase.commit();
        folder.commit();
        if (startButton.enabled)
            screen.stepUp.show(who.typed());
    }

    Connections {
        target: screen.stepUp
        function onShown(): void {
            if (!passphrase.ready) // changed meanwhile
                return;
            screen.settings.backupFolder = folder.text;
            screen.backups.make(folder.text, passphrase.text);
        }
    }

    Banner {
        visible: screen.asking && screen.backups.wasStopped
        text: qsTr("Your last back-up was stopped before it was done. Nothing was lost: your notes and older back-ups are as they were.")
    }
    // Not in a column of their own: that deep within each other, the inner layouts
    // of 6.4 stayed marked as to be arranged, and nothing arranged them any more.
    BodyText {
        visible: screen.asking
        text: qsTr("One encrypted file with everything in it. Without this device, or without what opens Rapport on it, that file is the way back.")
    }
    BodyText {
        visible: screen.asking
        text: qsTr("Keep the file and its passphrase away from this device, and not both in the same place.")
    }
    SoftText {
        visible: screen.asking && text !== ""
        text: screen.backups.lastWords
    }
    BackupPassphrase {
        id: passphrase

        visible: screen.asking
        secretChoice: screen.secretChoice
        onAccepted: screen.start()
    }
    Heading {
        visible: screen.asking
        large: false
        text: qsTr("Its place")
    }
    PlaceField {
        id: folder

        visible: screen.asking
        chooser: screen.placeChooser
        ofFolder: true
        label: qsTr("Folder for back-ups")
        chooseText: qsTr("Choose a folder …")
        text: screen.settings.backupFolder
        onAccepted: screen.start()
    }
    SoftText {
        visible: screen.asking
        text: qsTr("A stick or another disk is best. In each folder the last two back-ups are kept.")
    }
    WhoIsIt {
        id: who

        visible: screen.asking && (who.asks || screen.stepUp.problem !== "")
        stepUp: screen.stepUp
        onAccepted: screen.start()
    }
    Banner {
        seeks: true
        visible: screen.asking && screen.backups.problem !== ""
        text: screen.backups.problem
    }
    Heading {
        large: false
        visible: screen.asking && screen.canReplace
        text: qsTr("The way back")
    }
    QuietButton {
        outlined: true
        visible: screen.asking && screen.canReplace
        text: qsTr("Restore from a back-up …")
        onClicked: screen.replaceRequested()
    }
    ColumnLayout {
        visible: screen.working
        Layout.fillWidth: true
        spacing: Theme.large

        BodyText {
            text: screen.backups.stopping ? qsTr("Stopping …") : qsTr("%1 % done").arg(screen.backups.percent)
        }
        SoftText {
            text: qsTr("Your notes stay as they are meanwhile. The file gets its name only once it was read back and is right.")
        }
    }
    ColumnLayout {
        visible: screen.done
        Layout.fillWidth: true
        spacing: Theme.large

        BodyText {
            text: qsTr("It was read back, and everything is in it.")
        }
        BodyText {
            text: screen.backups.file
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            Repeater {
                model: screen.backups.lines

                BodyText {
                    required property string modelData

                    text: modelData
                }
            }
        }
        SoftText {
            text: qsTr("The last two are kept in this folder. Take a copy of the file away from this device; its passphrase is kept nowhere but with you.")
        }
    }

    foot: [
        FilledButton {
            id: startButton

            visible: screen.asking
            Layout.fillWidth: true
            text: screen.checking ? qsTr("One moment …") : qsTr("Make the back-up")
            enabled: passphrase.ready && folder.text !== "" && who.complete && !screen.checking
            onClicked: screen.start()
        },
        QuietButton {
            visible: screen.working
            wide: true
            enabled: !screen.backups.stopping
            text: qsTr("Cancel")
            onClicked: screen.backups.cancel()
        },
        FilledButton {
            visible: screen.done
            Layout.fillWidth: true
            text: qsTr("Done")
            onClicked: screen.backRequested()
        }
    ]
}
