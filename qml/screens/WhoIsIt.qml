// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Before something that only the person may do: the secret of their lock once
// more, or the recovery code in its place. Without a lock there is nothing to
// type, and nothing shows.
ColumnLayout {
    id: who

    required property StepUp stepUp
    property bool offersCode: true // the recovery code would do, too

    readonly property bool asks: who.stepUp.question !== StepUp.Nothing
    readonly property bool byCode: who.stepUp.question === StepUp.RecoveryCode
    readonly property RecoveryCodeField code: codeField.item as RecoveryCodeField
    readonly property bool complete: !who.asks || (who.byCode ? who.code?.complete ?? false : secret.text !== "")
    readonly property bool checking: who.stepUp.state === StepUp.Checking

    signal accepted // Enter

    // What was typed; the field forgets it.
    function typed(): string {
        if (who.byCode) {
            who.code.commit();
            const code = who.code.text;
            who.code.clear();
            return code;
        }
        secret.commit();
        const text = secret.text;
        secret.clear();
        return text;
    }

    Layout.fillWidth: true
    spacing: Theme.small

    PassphraseField {
        id: secret

        visible: who.asks && !who.byCode
        digitsOnly: who.stepUp.question === StepUp.Pin
        label: digitsOnly ? qsTr("Your PIN, once more") : qsTr("Your passphrase, once more")
        onAccepted: who.accepted()
    }
    Shown {
        id: codeField

        when: who.byCode

        RecoveryCodeField {
            label: qsTr("Your recovery code, once more")
            onAccepted: who.accepted()
        }
    }
    Banner {
        seeks: true
        visible: who.stepUp.problem !== ""
        text: who.stepUp.problem
    }
    QuietButton {
        visible: who.offersCode && who.stepUp.canUseRecoveryCode && (who.asks || who.stepUp.problem !== "")
        enabled: !who.checking
        text: qsTr("Use the recovery code")
        onClicked: {
            who.stepUp.useRecoveryCode();
            who.code?.again();
        }
    }
    QuietButton {
        visible: who.stepUp.canUseLock
        enabled: !who.checking
        text: who.stepUp.usualQuestion === StepUp.Pin ? qsTr("Use my PIN") : who.stepUp.usualQuestion === StepUp.Passphrase ? qsTr("Use my passphrase") : qsTr("Use the key store")
        onClicked: {
            who.stepUp.useLock();
            if (who.asks)
                secret.again();
        }
    }
}
