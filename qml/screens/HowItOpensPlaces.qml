// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// How Rapport opens, and the pages behind it, one at a time.
OpenedPage {
    id: places

    required property HowItOpens opens
    required property KeyRenewal keyRenewal
    required property LockKeeper lockKeeper
    required property OldCopies oldCopies
    required property StepUp stepUp
    required property SecretChoice secretChoice
    required property Settings settings

    function goBack(): bool {
        if (places.lockKeeper.state === LockKeeper.Changing || places.oldCopies.state === OldCopies.Removing)
            return true;
        if (places.opens.page === HowItOpens.Overview)
            places.closed();
        else
            places.opens.goBack();
        return true;
    }

    Shown {
        when: places.opens.page === HowItOpens.Overview

        HowItOpensScreen {
            anchors.fill: parent
            focus: true
            opens: places.opens
            lockKeeper: places.lockKeeper
            oldCopies: places.oldCopies
            settings: places.settings
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.TakeLockAway

        NoLockScreen {
            anchors.fill: parent
            focus: true
            lockKeeper: places.lockKeeper
            stepUp: places.stepUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.TakeCodeAway

        NoCodeScreen {
            anchors.fill: parent
            focus: true
            lockKeeper: places.lockKeeper
            stepUp: places.stepUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.RepairKeyStore

        RepairScreen {
            anchors.fill: parent
            focus: true
            lockKeeper: places.lockKeeper
            stepUp: places.stepUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.RenewKey

        RenewKeyScreen {
            anchors.fill: parent
            focus: true
            renewal: places.keyRenewal
            lockKeeper: places.lockKeeper
            stepUp: places.stepUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.Renewed

        RenewedScreen {
            anchors.fill: parent
            focus: true
            opens: places.opens
            copies: places.oldCopies
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.DeleteOldCopies

        OldCopiesScreen {
            anchors.fill: parent
            focus: true
            copies: places.oldCopies
            stepUp: places.stepUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.ChoosePin

        ChoosePinScreen {
            anchors.fill: parent
            focus: true
            lockKeeper: places.lockKeeper
            stepUp: places.stepUp
            secretChoice: places.secretChoice
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.ChoosePassphrase

        LockPassphraseScreen {
            anchors.fill: parent
            focus: true
            lockKeeper: places.lockKeeper
            stepUp: places.stepUp
            secretChoice: places.secretChoice
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.WriteCodeDown

        RecoveryCodeScreen {
            anchors.fill: parent
            focus: true
            opens: places.opens
            onHelpRequested: places.helpRequested()
        }
    }
    Shown {
        when: places.opens.page === HowItOpens.TypeCodeBack

        RecoveryCheckScreen {
            anchors.fill: parent
            focus: true
            opens: places.opens
            lockKeeper: places.lockKeeper
            stepUp: places.stepUp
            onBackRequested: places.goBack()
            onHelpRequested: places.helpRequested()
        }
    }
}
