// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One way to reach somebody. Pressing it fills in the number and no more.
Card {
    id: line

    required property string name
    required property string number
    required property bool byText
    required property string speaks

    signal reached(number: string, byText: bool)

    spacing: Theme.tiny

    BodyText {
        text: line.name
    }
    SoftText {
        visible: line.speaks !== ""
        text: line.speaks
    }
    QuietButton {
        wide: true
        outlined: true
        text: line.byText ? qsTr("Text %1").arg(line.number) : qsTr("Call %1").arg(line.number)
        accessibleName: line.byText ? qsTr("Text %1, %2").arg(line.number).arg(line.name) : qsTr("Call %1, %2").arg(line.number).arg(line.name)
        onClicked: line.reached(line.number, line.byText)
    }
}
