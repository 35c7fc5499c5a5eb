// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// What stands before the unlocked rooms: the first minute, the passphrase, a
// problem said in words.
FocusScope {
    id: door

    required property Shell shell

    signal helpRequested

    Shown {
        when: door.shell.view === Shell.Opening

        OpeningScreen {
            anchors.fill: parent
            focus: true
            onHelpRequested: door.helpRequested()
        }
    }
    Shown {
        when: door.shell.view === Shell.FirstMinute || door.shell.view === Shell.Creating

        FirstMinuteScreen {
            anchors.fill: parent
            focus: true
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Shown {
        when: door.shell.view === Shell.ChoosePassphrase

        ChoosePassphraseScreen {
            anchors.fill: parent
            focus: true
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Shown {
        when: door.shell.view === Shell.AskPassphrase

        AskPassphraseScreen {
            anchors.fill: parent
            focus: true
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Shown {
        when: door.shell.view === Shell.Locked

        LockedScreen {
            anchors.fill: parent
            focus: true
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
    Shown {
        when: door.shell.view === Shell.Problem

        ProblemScreen {
            anchors.fill: parent
            focus: true
            shell: door.shell
            onHelpRequested: door.helpRequested()
        }
    }
}
