// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import Rapport.App

// What can be opened within the unlocked rooms, as Places sees it.
OpenedPage {
    id: page

    required property Rooms rooms
    required property Shell shell
    required property Settings settings

    signal writeRequested // the line on Today
    signal placeRequested(place: int) // one of PlacesGround.Place
    signal pageRequested(kind: int) // one of Places.Page

    // Only Today has a line and moods.
    function focusLine(): void {
    }
    function focusMoods(): void {
    }
    function openCard(uid: string): void {
        page.rooms.cardEditor.open(uid);
        page.pageRequested(Places.Editor);
    }
    // One card full screen, held out to somebody.
    function showCard(uid: string): void {
        page.rooms.showCard.open(uid);
        page.pageRequested(Places.Show);
    }
    function chooseForNote(): void {
        page.rooms.noteMaker.begin();
        page.pageRequested(Places.NoteChoice);
    }
}
