// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Before something that only the person may do: the secret of their lock once
// more. Without a lock there is nothing to type, and nothing shows.
ColumnLayout {
    id: who

    required property StepUp stepUp

    readonly property bool asks: who.stepUp.question !== StepUp.Nothing
    readonly property bool complete: !who.asks || secret.text !== ""

    readonly property list<string> labels: ["", qsTr("Your passphrase, once more"), qsTr("Your PIN, once more"), qsTr("Your recovery code, once more")]

    signal accepted // Enter

    // What was typed; the field forgets it.
    function typed(): string {
        secret.commit();
        const text = secret.text;
        secret.clear();
        return text;
    }

    Layout.fillWidth: true
    spacing: Theme.small

    PassphraseField {
        id: secret

        visible: who.asks
        label: who.labels[who.stepUp.question]
        onAccepted: who.accepted()
    }
    Banner {
        visible: who.stepUp.problem !== ""
        text: who.stepUp.problem
    }
}
