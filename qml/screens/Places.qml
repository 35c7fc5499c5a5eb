// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App

// The unlocked rooms: the places at the bottom, and one way back from
// whatever was opened above them.
OpenedPage {
    id: places

    anchors.fill: parent

    required property Rooms rooms
    required property Shell shell
    required property Settings settings

    enum Page {
        None,
        Editor,
        NoteChoice,
        NotePreview,
        NoteLarge,
        SessionDate,
        Show,
        AfterSessionAnswers,
        PauseOpen
    }
    property int page: Places.None
    readonly property list<string> files: ["", "CardPage", "NoteChoicePage", "NotePreviewPage", "NoteLargePage", "SessionPage", "ShowPage", "AfterSessionPage", "PausePage"]

    function goBack(): bool {
        return (opened.item as PlacePage)?.goBack() ?? false;
    }
    function close(): void {
        places.page = Places.None;
        ground.forceActiveFocus(Qt.OtherFocusReason);
    }
    function openPause(): void {
        ground.go(PlacesGround.Pause);
        places.page = places.rooms.pause.open ? Places.PauseOpen : Places.None;
    }
    function write(): void {
        places.page = Places.None;
        ground.write();
    }
    // Asked for from outside, now or while the door was still closed. While a
    // card is held out to somebody it waits: nothing else is for their eyes.
    function obey(): void {
        if (places.page === Places.Show)
            return;
        switch (places.shell.takeRequest()) {
        case Shell.Write:
            places.write();
            break;
        case Shell.CheckIn:
            places.page = Places.None;
            ground.checkIn();
            break;
        case Shell.Pause:
            places.openPause();
            break;
        }
    }

    Connections {
        target: places.shell
        function onRequested(): void {
            places.obey();
        }
    }
    Connections {
        target: places.rooms.pause
        function onBegan(): void {
            if (places.page !== Places.Show) // nothing else is for their eyes
                places.openPause();
        }
        function onStateChanged(): void {
            if (places.page === Places.PauseOpen && places.rooms.pause.state === Pause.Ready)
                places.close();
        }
    }
    // One that ran when the app was killed may have been found by now.
    Component.onCompleted: {
        if (places.rooms.pause.open)
            places.openPause();
        places.obey();
    }

    PlacesGround {
        id: ground

        anchors.fill: parent
        focus: places.page === Places.None
        visible: places.page === Places.None
        rooms: places.rooms
        shell: places.shell
        settings: places.settings
        onHelpRequested: places.helpRequested()
        onSettingsRequested: places.settingsRequested()
        onPageRequested: kind => places.page = kind
    }
    Opened {
        id: opened

        file: places.files[places.page]
        given: ({
                rooms: places.rooms,
                shell: places.shell,
                settings: places.settings
            })
    }
    Connections {
        target: opened.item as PlacePage
        function onHelpRequested(): void {
            places.helpRequested();
        }
        function onWriteRequested(): void {
            places.write();
        }
        function onPageRequested(kind: int): void {
            places.page = kind;
        }
        function onClosed(): void {
            places.close();
            places.obey();
        }
    }
}
