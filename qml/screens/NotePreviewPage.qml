// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    function goBack(): bool {
        page.rooms.noteMaker.backToChoosing();
        page.pageRequested(Places.NoteChoice);
        return true;
    }

    NotePreviewScreen {
        anchors.fill: parent
        focus: true
        handover: page.rooms.noteHandover
        onHelpRequested: page.helpRequested()
        onBackRequested: page.goBack()
        onLargerRequested: page.pageRequested(Places.NoteLarge)
        onDone: page.closed()
    }
}
