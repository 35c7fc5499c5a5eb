// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// What the window shows: the door, the unlocked rooms, and above both, help.
FocusScope {
    id: stage

    required property Shell shell
    required property HelpNow helpNow

    property bool helpOpen: false

    function closeHelp(): void {
        stage.helpOpen = false;
        beneath.forceActiveFocus(Qt.OtherFocusReason);
    }
    function goBack(): bool {
        if (stage.helpOpen) {
            stage.closeHelp();
            return true;
        }
        return places.item !== null && (places.item as Places).goBack();
    }

    // Asked from outside to write: what is typed must be seen.
    Connections {
        target: stage.shell
        function onWriteRequested(): void {
            stage.helpOpen = false;
        }
    }

    Keys.onEscapePressed: event => event.accepted = stage.goBack()
    Keys.onBackPressed: event => event.accepted = stage.goBack()

    FocusScope {
        id: beneath

        anchors.fill: parent
        focus: !stage.helpOpen
        // Hidden, so that nobody reads or reaches what lies beneath help.
        visible: !stage.helpOpen

        Shown {
            when: stage.shell.view !== Shell.Unlocked

            Door {
                anchors.fill: parent
                focus: true
                shell: stage.shell
                onHelpRequested: stage.helpOpen = true
            }
        }
        Shown {
            id: places

            when: stage.shell.view === Shell.Unlocked

            Places {
                anchors.fill: parent
                focus: true
                rooms: stage.shell.rooms
                shell: stage.shell
                onHelpRequested: stage.helpOpen = true
            }
        }
    }
    Shown {
        when: stage.helpOpen

        HelpScreen {
            anchors.fill: parent
            focus: true
            helpNow: stage.helpNow
            onBackRequested: stage.closeHelp()
        }
    }
}
