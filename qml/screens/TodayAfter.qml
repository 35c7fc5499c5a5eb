// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// After a session, until the next evening: asked once, and easily put off.
Card {
    id: after

    required property TodayScreen today
    readonly property bool quiet: after.today.writing // something else on the screen is filled

    Heading {
        large: false
        text: qsTr("Did you get to say it?")
    }
    SoftText {
        text: qsTr("All of it, some of it, not today: each is an answer. It takes less than a minute.")
    }
    FilledButton {
        Layout.fillWidth: true
        visible: !after.quiet
        text: qsTr("Tell how it went")
        onClicked: after.today.afterRequested()
    }
    QuietButton {
        wide: true
        visible: after.quiet
        outlined: true
        text: qsTr("Tell how it went")
        onClicked: after.today.afterRequested()
    }
    QuietButton {
        wide: true
        text: qsTr("Not now")
        accessibleName: qsTr("Not now: ask me tomorrow")
        onClicked: after.today.nextSession.askLater()
    }
}
