// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What Today offers last, in a row or as many as it takes.
Flow {
    id: more

    required property NextSession session
    property bool canLock: false

    // The day of the session has enough outlines.
    readonly property bool outlined: more.session.nearness !== NextSession.Within24h && more.session.nearness !== NextSession.AboutTo
    readonly property bool after: more.session.nearness === NextSession.After

    signal sessionRequested
    signal lockRequested
    signal settingsRequested

    Layout.fillWidth: true
    spacing: Theme.small

    // After a session it is the next one that can be set, and is named.
    QuietButton {
        visible: !more.session.goingIn
        outlined: more.outlined
        width: Math.min(implicitWidth, more.width)
        text: !more.session.nextKnown ? qsTr("When is your next session?") : more.after ? more.session.nextWords : qsTr("Change the next session")
        accessibleName: more.session.nextKnown && more.after ? qsTr("Change: %1").arg(more.session.nextWords) : text
        onClicked: more.sessionRequested()
    }
    QuietButton {
        width: Math.min(implicitWidth, more.width)
        text: qsTr("Settings")
        onClicked: more.settingsRequested()
    }
    LabelledButton {
        visible: more.canLock
        width: Math.min(implicitWidth, more.width)
        glyph: Icon.Lock
        text: qsTr("Lock now")
        onClicked: more.lockRequested()
    }
}
