// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    LookingBackScreen {
        anchors.fill: parent
        focus: true
        past: page.rooms.lookingBack
        veils: page.settings.veilsAll
        week: page.rooms.moodWeek
        editor: page.rooms.checkInEditor
        onHelpRequested: page.helpRequested()
    }
}
