// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// What stands before the unlocked rooms: the first minute, the passphrase, a
// problem said in words.
FocusScope {
    id: door

    required property Shell shell

    signal helpRequested

    function componentFor(view: int): Component {
        switch (view) {
        case Shell.FirstMinute:
        case Shell.Creating:
            return firstMinute;
        case Shell.ChoosePassphrase:
            return choosePassphrase;
        case Shell.AskPassphrase:
            return askPassphrase;
        case Shell.Locked:
            return locked;
        case Shell.Problem:
            return problem;
        default:
            return opening;
        }
    }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: door.componentFor(door.shell.view)
    }
    Component {
        id: firstMinute

        FirstMinuteScreen {
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Component {
        id: choosePassphrase

        ChoosePassphraseScreen {
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Component {
        id: askPassphrase

        AskPassphraseScreen {
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Component {
        id: locked

        LockedScreen {
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Component {
        id: problem

        ProblemScreen {
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Component {
        id: opening

        OpeningScreen {
            onHelpRequested: door.helpRequested()
        }
    }
}
