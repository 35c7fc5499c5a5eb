// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    NoteScreen {
        anchors.fill: parent
        focus: true
        maker: page.rooms.noteMaker
        onHelpRequested: page.helpRequested()
        onBackRequested: page.closed()
        onPreviewRequested: {
            page.rooms.noteMaker.preview();
            page.pageRequested(Places.NotePreview);
        }
    }
}
