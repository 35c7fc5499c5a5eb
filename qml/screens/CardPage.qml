// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    function goBack(): bool {
        return card.leave();
    }

    CardScreen {
        id: card

        anchors.fill: parent
        focus: true
        editor: page.rooms.cardEditor
        cards: page.rooms.cards
        onHelpRequested: page.helpRequested()
        onShowRequested: uid => page.showCard(uid)
        onClosed: page.closed()
    }
}
