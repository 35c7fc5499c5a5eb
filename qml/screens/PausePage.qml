// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    function goBack(): bool {
        page.rooms.pause.end(); // ending is free
        page.closed();
        return true;
    }

    PauseRunningScreen {
        anchors.fill: parent
        focus: true
        pause: page.rooms.pause
        onHelpRequested: page.helpRequested()
        onWriteRequested: {
            const pause = page.rooms.pause;
            page.writeRequested(); // first: where no pause runs this page goes
            pause.end();
        }
    }
}
