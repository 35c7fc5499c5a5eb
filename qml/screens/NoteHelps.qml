// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What would help the person say it: a wish to the therapist, ticked or not.
ColumnLayout {
    id: helps

    required property NoteMaker maker

    visible: helps.maker.count > 0
    Layout.fillWidth: true
    spacing: Theme.tiny

    Heading {
        Layout.topMargin: Theme.large
        large: false
        text: qsTr("What would help me say it")
    }
    CheckRow {
        text: qsTr("Ask me about it first")
        value: helps.maker.askMeFirst
        onPicked: on => helps.maker.askMeFirst = on
    }
    CheckRow {
        text: qsTr("Give me time")
        value: helps.maker.giveMeTime
        onPicked: on => helps.maker.giveMeTime = on
    }
    CheckRow {
        text: qsTr("Read it, then wait for me")
        value: helps.maker.readThenWait
        onPicked: on => helps.maker.readThenWait = on
    }
}
