// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// A passphrase to choose: judged while it is typed, typed twice, or made by
// chance for whoever would rather not think of one.
ColumnLayout {
    id: choice

    required property SecretChoice secretChoice
    property string label: qsTr("Passphrase")
    readonly property bool ready: first.text !== "" && first.text === second.text && choice.secretChoice.passphraseProblem === ""
    readonly property string text: first.text
    property bool offersWords: true

    property string made: "" // by chance; shown until another is typed

    signal accepted

    Layout.fillWidth: true
    spacing: Theme.large

    function commit(): void {
        first.commit();
        second.commit();
    }
    function make(): void {
        choice.made = choice.secretChoice.makePassphrase();
        first.text = choice.made;
        second.clear();
    }

    PassphraseField {
        id: first

        label: choice.label
        description: qsTr("At least eight characters")
        onTextChanged: choice.secretChoice.judgePassphrase(text)
        onAccepted: second.forceActiveFocus(Qt.TabFocusReason)
    }
    SoftText {
        visible: first.text !== ""
        text: choice.secretChoice.passphraseProblem !== "" ? choice.secretChoice.passphraseProblem : choice.secretChoice.passphraseStrength
    }
    QuietButton {
        outlined: true
        visible: choice.offersWords
        text: qsTr("Make one for me")
        onClicked: choice.make()
    }
    Card {
        visible: choice.made !== "" && first.text === choice.made
        spacing: Theme.small

        SoftText {
            text: qsTr("Six words by chance. Write them down now and keep them where nobody looks.")
        }
        BodyText {
            font: Theme.title
            text: choice.made
        }
    }
    PassphraseField {
        id: second

        label: qsTr("The same again")
        onAccepted: choice.accepted()
    }
    SoftText {
        visible: second.text !== "" && first.text !== second.text
        text: qsTr("The two are not the same yet.")
    }
}
