// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// What this app is, and whose.
ScreenPage {
    id: screen

    required property string version

    heading: qsTr("About Rapport")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()

    BodyText {
        text: qsTr("Version %1").arg(screen.version)
    }
    BodyText {
        text: qsTr("Rapport helps you say in therapy what is hard to say. It promises no effect, measures nobody and is not a medical device.")
    }
    Heading {
        large: false
        text: qsTr("No network")
    }
    BodyText {
        text: qsTr("Rapport opens no connection and needs no account. Nobody counts how you use it. Without a network it can do all that it can do with one.")
    }
    Heading {
        large: false
        text: qsTr("Free software")
    }
    BodyText {
        text: qsTr("Rapport belongs to those who write it, the Rapport contributors. Everybody may use, read, change and pass it on under the Mozilla Public License 2.0.")
    }
    BodyText {
        text: qsTr("The letters you read are drawn from Source Sans by Adobe, Vollkorn by Friedrich Althausen, Noto by Google and Amiri by the Amiri project, all under the SIL Open Font License 1.1.")
    }
}
