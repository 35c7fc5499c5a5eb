// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// On the way in: what to say, large and one tap away, and five quiet minutes.
ColumnLayout {
    id: about

    required property TodayScreen today
    readonly property SessionCards cards: about.today.sessionCards
    readonly property NextSession session: about.today.nextSession
    readonly property bool quiet: about.today.writing // something else on the screen is filled

    property bool shown: false

    Layout.fillWidth: true
    spacing: Theme.large

    Card {
        visible: about.cards.count > 0
        spacing: Theme.large

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            BodyText {
                text: qsTr("%n thing(s) to say", "", about.cards.count)
            }
            QuietButton {
                Layout.minimumWidth: implicitWidth
                visible: about.shown
                text: qsTr("Hide")
                accessibleName: qsTr("Hide what I want to say")
                foreground: Theme.toSay.text
                onClicked: about.shown = false
            }
        }
        Veil {
            visible: !about.shown
            count: Math.min(about.cards.count, 3)
        }
        Repeater {
            model: about.shown ? about.cards : null
            delegate: TodayCardDelegate {
                onShowRequested: uid => about.today.showRequested(uid)
            }
        }
        FilledButton {
            Layout.fillWidth: true
            visible: !about.shown && !about.quiet
            text: qsTr("Show")
            accessibleName: qsTr("Show what I want to say")
            onClicked: about.shown = true
        }
        QuietButton {
            wide: true
            visible: !about.shown && about.quiet
            outlined: true
            text: qsTr("Show")
            accessibleName: qsTr("Show what I want to say")
            onClicked: about.shown = true
        }
        QuietButton {
            wide: true
            visible: about.shown && about.cards.more
            outlined: true
            text: qsTr("See them all")
            onClicked: about.today.toSayRequested()
        }
    }
    QuietButton {
        wide: true
        outlined: true
        text: qsTr("Five quiet minutes")
        onClicked: about.today.pauseRequested()
    }
    QuietButton {
        visible: about.session.goingIn
        text: qsTr("I'm not going in yet")
        onClicked: about.session.stayOut()
    }
}
