// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// What stands before the unlocked rooms: the first minute, the passphrase, a
// problem said in words.
OpenedPage {
    id: door

    anchors.fill: parent

    required property Shell shell

    function fileOf(view: int): string {
        switch (view) {
        case Shell.FirstMinute:
        case Shell.Creating:
            return "FirstMinuteScreen";
        case Shell.ChoosePassphrase:
            return "ChoosePassphraseScreen";
        case Shell.AskPassphrase:
            return "AskPassphraseScreen";
        case Shell.AskPin:
            return "AskPinScreen";
        case Shell.AskRecoveryCode:
            return "AskRecoveryCodeScreen";
        case Shell.Locked:
            return "LockedScreen";
        case Shell.Problem:
            return "ProblemScreen";
        case Shell.Restore:
            return "RestoreScreen";
        case Shell.Salvaging:
            return "SalvagingScreen";
        case Shell.Renewing:
            return "RenewingScreen";
        case Shell.Salvaged:
            return "SalvagedScreen";
        default:
            return "OpeningScreen";
        }
    }

    Opened {
        id: opened

        file: door.fileOf(door.shell.view)
        given: ({
                shell: door.shell
            })
    }
    Connections {
        target: opened.item as PageFrame
        function onHelpRequested(): void {
            door.helpRequested();
        }
    }
}
