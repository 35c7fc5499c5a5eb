// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    function goBack(): bool {
        return show.finish();
    }

    ShowScreen {
        id: show

        anchors.fill: parent
        focus: true
        card: page.rooms.showCard
        locks: page.shell.canLock
        onLockRequested: page.shell.lock()
        onClosed: {
            page.rooms.showCard.close();
            page.closed();
        }
    }
}
