// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// The person's own words: a serif, and a thin rule at the side where reading
// begins. Ears are told too.
Item {
    id: words

    required property string text
    property Accent accent: Theme.toSay
    property string accessibleName: qsTr("Your words: %1").arg(words.text)
    property int maximumLines: 0 // 0: all of them
    property font face: Theme.ownWords
    readonly property real labelWidth: label.width

    Layout.fillWidth: true
    implicitWidth: label.implicitWidth + label.anchors.leftMargin
    implicitHeight: label.implicitHeight

    Accessible.role: Accessible.StaticText
    Accessible.name: words.accessibleName

    Rectangle {
        anchors.left: parent.left
        width: Theme.rule
        height: parent.height
        radius: width / 2
        color: words.accent.text
    }
    Text {
        id: label

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.medium + Theme.rule
        text: words.text
        font: words.face
        color: Theme.ink
        lineHeight: Theme.leading
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        maximumLineCount: words.maximumLines > 0 ? words.maximumLines : 100000
        elide: words.maximumLines > 0 ? Text.ElideRight : Text.ElideNone
    }
}
