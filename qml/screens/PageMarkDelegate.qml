// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// One line of the page for whoever reads by ear: nothing to see, at the place
// where eyes see it drawn.
Item {
    id: mark

    property real pageWidth: 0
    property real pageHeight: 0
    required property string text
    required property bool heading
    required property bool ownWords
    required property int number
    // As parts of the page.
    required property real leftPart
    required property real topPart
    required property real wide
    required property real high

    readonly property string spoken: mark.ownWords ? qsTr("Your words: %1").arg(mark.text) : mark.text

    x: mark.leftPart * mark.pageWidth
    y: mark.topPart * mark.pageHeight
    width: mark.wide * mark.pageWidth
    height: mark.high * mark.pageHeight

    Accessible.role: mark.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: mark.number > 0 ? qsTr("%1. %2").arg(mark.number).arg(mark.spoken) : mark.spoken
}
