// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What Today offers without asking for it.
ColumnLayout {
    id: more

    required property NextSession session
    property bool canLock: false

    readonly property bool near: more.session.nearness === NextSession.Within24h
    readonly property bool about: more.session.nearness === NextSession.AboutTo
    readonly property bool after: more.session.nearness === NextSession.After

    signal afterRequested
    signal sessionRequested
    signal lockRequested
    signal settingsRequested

    Layout.fillWidth: true
    spacing: Theme.small

    QuietButton {
        wide: true
        visible: more.near
        outlined: true
        text: qsTr("I'm about to go in")
        onClicked: more.session.goIn()
    }
    QuietButton {
        wide: true
        visible: more.session.canStillTell
        outlined: true
        text: qsTr("Tell how it went")
        onClicked: more.afterRequested()
    }
    // After a session it is the next one that can be set, and is named.
    QuietButton {
        visible: !more.session.goingIn
        outlined: !more.near && !more.about
        text: !more.session.nextKnown ? qsTr("When is your next session?") : more.after ? more.session.nextWords : qsTr("Change the next session")
        accessibleName: more.session.nextKnown && more.after ? qsTr("Change: %1").arg(more.session.nextWords) : text
        onClicked: more.sessionRequested()
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.small

        QuietButton {
            text: qsTr("Settings")
            onClicked: more.settingsRequested()
        }
        QuietButton {
            visible: more.canLock
            glyph: Icon.Lock
            text: qsTr("Lock now")
            onClicked: more.lockRequested()
        }
    }
}
