// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// The unlocked rooms: the places at the bottom, and one way back from
// whatever was opened above them.
FocusScope {
    id: places

    required property Rooms rooms
    required property Shell shell

    enum Page {
        None,
        Editor,
        NoteChoice,
        NotePreview,
        NotePage,
        SessionDate,
        Show,
        AfterSessionAnswers,
        PauseOpen
    }
    property int page: Places.None

    signal helpRequested
    signal settingsRequested

    function goBack(): bool {
        switch (places.page) {
        case Places.None:
            return false;
        case Places.NotePreview:
            places.rooms.noteMaker.backToChoosing();
            places.page = Places.NoteChoice;
            return true;
        case Places.PauseOpen:
            places.rooms.pause.end(); // ending is free
            places.close();
            return true;
        case Places.NotePage:
            places.page = Places.NotePreview;
            return true;
        case Places.Editor:
            return (editorPage.item as CardScreen).leave();
        case Places.Show:
            return (showPage.item as ShowScreen).finish();
        case Places.AfterSessionAnswers:
            places.rooms.afterSession.leave();
            return true;
        default:
            places.close();
            return true;
        }
    }
    function close(): void {
        places.page = Places.None;
        ground.forceActiveFocus(Qt.OtherFocusReason);
    }
    function openCard(uid: string): void {
        places.rooms.cardEditor.open(uid);
        places.page = Places.Editor;
    }
    // One card full screen, held out to somebody.
    function showCard(uid: string): void {
        places.rooms.showCard.open(uid);
        places.page = Places.Show;
    }
    function openNote(): void {
        places.rooms.noteMaker.begin();
        places.page = Places.NoteChoice;
    }
    function openSession(): void {
        places.rooms.nextSession.edit();
        places.page = Places.SessionDate;
    }
    function openPause(): void {
        ground.go(PlacesGround.Pause);
        places.page = places.rooms.pause.open ? Places.PauseOpen : Places.None;
    }
    function openAfter(): void {
        places.rooms.afterSession.begin();
        places.page = Places.AfterSessionAnswers;
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
        onHelpRequested: places.helpRequested()
        onSettingsRequested: places.settingsRequested()
        onNoteRequested: places.openNote()
        onSessionRequested: places.openSession()
        onAfterRequested: places.openAfter()
        onCardRequested: uid => places.openCard(uid)
        onShowRequested: uid => places.showCard(uid)
        onPauseRequested: places.page = Places.PauseOpen
    }
    Shown {
        id: editorPage

        when: places.page === Places.Editor

        CardScreen {
            anchors.fill: parent
            focus: true
            editor: places.rooms.cardEditor
            cards: places.rooms.cards
            onHelpRequested: places.helpRequested()
            onShowRequested: uid => places.showCard(uid)
            onClosed: places.close()
        }
    }
    Shown {
        when: places.page === Places.NoteChoice

        NoteScreen {
            anchors.fill: parent
            focus: true
            maker: places.rooms.noteMaker
            onHelpRequested: places.helpRequested()
            onBackRequested: places.goBack()
            onPreviewRequested: {
                places.rooms.noteMaker.preview();
                places.page = Places.NotePreview;
            }
        }
    }
    Shown {
        when: places.page === Places.NotePreview

        NotePreviewScreen {
            anchors.fill: parent
            focus: true
            handover: places.rooms.noteHandover
            onHelpRequested: places.helpRequested()
            onBackRequested: places.goBack()
            onLargerRequested: places.page = Places.NotePage
            onDone: places.close()
        }
    }
    Shown {
        when: places.page === Places.NotePage

        NotePageScreen {
            anchors.fill: parent
            focus: true
            pages: places.rooms.noteHandover.pages
            onHelpRequested: places.helpRequested()
            onBackRequested: places.goBack()
        }
    }
    Shown {
        when: places.page === Places.SessionDate

        SessionScreen {
            anchors.fill: parent
            focus: true
            session: places.rooms.nextSession
            onHelpRequested: places.helpRequested()
            onBackRequested: places.goBack()
            onDone: places.close()
        }
    }
    Shown {
        id: showPage

        when: places.page === Places.Show

        ShowScreen {
            anchors.fill: parent
            focus: true
            card: places.rooms.showCard
            locks: places.shell.canLock
            onLockRequested: places.shell.lock()
            onClosed: {
                places.rooms.showCard.close();
                places.close();
                places.obey();
            }
        }
    }
    Shown {
        when: places.page === Places.AfterSessionAnswers

        AfterSessionScreen {
            anchors.fill: parent
            focus: true
            after: places.rooms.afterSession
            onHelpRequested: places.helpRequested()
            onDone: places.close()
        }
    }
    Shown {
        when: places.page === Places.PauseOpen

        PauseRunningScreen {
            anchors.fill: parent
            focus: true
            pause: places.rooms.pause
            onHelpRequested: places.helpRequested()
            onWriteRequested: {
                places.rooms.pause.end();
                places.write();
            }
        }
    }
}
