// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    SessionScreen {
        anchors.fill: parent
        focus: true
        session: page.rooms.nextSession
        onHelpRequested: page.helpRequested()
        onBackRequested: page.closed()
        onDone: page.closed()
    }
}
