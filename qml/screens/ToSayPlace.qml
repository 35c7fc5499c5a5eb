// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    ToSayScreen {
        anchors.fill: parent
        focus: true
        cards: page.rooms.cards
        veils: page.settings.veilsAll
        onHelpRequested: page.helpRequested()
        onCardRequested: uid => page.openCard(uid)
        onNoteRequested: page.chooseForNote()
        onWriteRequested: page.writeRequested()
    }
}
