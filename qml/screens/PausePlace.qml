// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    PauseScreen {
        anchors.fill: parent
        focus: true
        pause: page.rooms.pause
        onHelpRequested: page.helpRequested()
        onPauseRequested: page.pageRequested(Places.PauseOpen)
    }
}
