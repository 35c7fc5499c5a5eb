// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// Settings and the pages behind them, with one way back.
OpenedPage {
    id: places

    required property Settings settings
    required property HelpNow helpNow
    required property Shell shell

    enum Page {
        Questions,
        Protects,
        About,
        Backup,
        Replace,
        Erase,
        Opens
    }
    property int page: SettingsPlaces.Questions

    // Whoever was offered a recovery code or a back-up comes to it straight away.
    Component.onCompleted: {
        if (places.shell.rooms.backups.takeWish())
            places.page = SettingsPlaces.Backup;
        if (places.shell.rooms.howItOpens.page !== HowItOpens.Overview)
            places.page = SettingsPlaces.Opens;
    }

    function goBack(): bool {
        if (opens.item !== null && places.shell.rooms.howItOpens.page !== HowItOpens.Overview)
            return (opens.item as OpenedPage).goBack();
        if (places.page === SettingsPlaces.Questions)
            places.closed();
        else if (places.page === SettingsPlaces.Replace)
            places.page = SettingsPlaces.Backup;
        else
            places.page = SettingsPlaces.Questions;
        return true;
    }

    Shown {
        when: places.page === SettingsPlaces.Questions

        SettingsScreen {
            anchors.fill: parent
            focus: true
            settings: places.settings
            helpRegion: places.helpNow.confirmed ? places.helpNow.regionName : ""
            canLock: places.shell.canLock
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
            onLockRequested: places.shell.lock()
            onOpensRequested: places.page = SettingsPlaces.Opens
            onProtectsRequested: places.page = SettingsPlaces.Protects
            onAboutRequested: places.page = SettingsPlaces.About
            onBackupRequested: places.page = SettingsPlaces.Backup
            onEraseRequested: places.page = SettingsPlaces.Erase
        }
    }
    Shown {
        when: places.page === SettingsPlaces.Protects

        ProtectsScreen {
            anchors.fill: parent
            focus: true
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.page === SettingsPlaces.About

        AboutScreen {
            anchors.fill: parent
            focus: true
            version: places.settings.version
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.page === SettingsPlaces.Backup

        BackupScreen {
            anchors.fill: parent
            focus: true
            backups: places.shell.rooms.backups
            stepUp: places.shell.rooms.stepUp
            secretChoice: places.shell.secretChoice
            settings: places.settings
            placeChooser: places.shell.placeChooser
            canReplace: !places.shell.madeUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
            onReplaceRequested: places.page = SettingsPlaces.Replace
        }
    }
    Shown {
        when: places.page === SettingsPlaces.Replace

        ReplaceScreen {
            anchors.fill: parent
            focus: true
            stepUp: places.shell.rooms.stepUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
            held: places.shell.holdsTexts
            onReplaceRequested: places.shell.replaceByBackup()
        }
    }
    Shown {
        when: places.page === SettingsPlaces.Erase

        EraseScreen {
            anchors.fill: parent
            focus: true
            stepUp: places.shell.rooms.stepUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
            onEraseRequested: places.shell.eraseEverything()
        }
    }
    Shown {
        id: opens

        when: places.page === SettingsPlaces.Opens

        HowItOpensPlaces {
            anchors.fill: parent
            focus: true
            opens: places.shell.rooms.howItOpens
            keyRenewal: places.shell.rooms.keyRenewal
            lockKeeper: places.shell.rooms.lockKeeper
            oldCopies: places.shell.rooms.oldCopies
            stepUp: places.shell.rooms.stepUp
            secretChoice: places.shell.secretChoice
            settings: places.settings
            onClosed: places.page = SettingsPlaces.Questions
            onHelpRequested: places.helpRequested()
        }
    }
}
