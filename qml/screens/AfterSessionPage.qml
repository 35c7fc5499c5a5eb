// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    function goBack(): bool {
        page.rooms.afterSession.leave();
        return true;
    }

    AfterSessionScreen {
        anchors.fill: parent
        focus: true
        after: page.rooms.afterSession
        onHelpRequested: page.helpRequested()
        onDone: page.closed()
    }
}
