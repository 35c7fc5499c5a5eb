// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    function goBack(): bool {
        page.pageRequested(Places.NotePreview);
        return true;
    }

    NotePageScreen {
        anchors.fill: parent
        focus: true
        pages: page.rooms.noteHandover.pages
        onHelpRequested: page.helpRequested()
        onBackRequested: page.goBack()
    }
}
