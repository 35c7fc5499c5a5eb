// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What a back-up is going to open with: six words by chance, which the person
// writes down, or a passphrase of their own, typed twice.
ColumnLayout {
    id: choice

    required property SecretChoice secretChoice
    property bool byChance: true
    property string made: ""
    readonly property bool ready: choice.byChance ? choice.made !== "" && noted.checked : own.ready
    readonly property string text: choice.byChance ? choice.made : own.text

    signal accepted // Enter

    Layout.fillWidth: true
    spacing: Theme.large
    Component.onCompleted: choice.make()

    function make(): void {
        choice.made = choice.secretChoice.makePassphrase();
        noted.value = false;
    }
    function commit(): void {
        own.commit();
    }

    Heading {
        large: false
        text: qsTr("Its passphrase")
    }
    BodyText {
        text: choice.byChance ? qsTr("These six words open the back-up, and nothing else does. Write them down now: they are not shown again.") : qsTr("It opens the back-up, and nothing else does. Nobody can find it again for you.")
    }
    Card {
        visible: choice.byChance

        BodyText {
            font: Theme.title
            text: choice.made
        }
    }
    CheckRow {
        id: noted

        visible: choice.byChance
        text: qsTr("I have written it down")
        onPicked: on => noted.value = on
    }
    PassphraseChoice {
        id: own

        visible: !choice.byChance
        label: qsTr("Passphrase of the back-up")
        offersWords: false
        secretChoice: choice.secretChoice
        onAccepted: choice.accepted()
    }
    QuietButton {
        outlined: true
        visible: choice.byChance
        text: qsTr("Make others")
        onClicked: choice.make()
    }
    QuietButton {
        outlined: true
        text: choice.byChance ? qsTr("Choose my own instead") : qsTr("Use six words by chance")
        onClicked: choice.byChance = !choice.byChance
    }
}
