// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
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
        SessionDate
    }
    property int page: Places.None

    signal helpRequested

    function goBack(): bool {
        switch (places.page) {
        case Places.None:
            return false;
        case Places.NotePreview:
            places.rooms.noteMaker.backToChoosing();
            places.page = Places.NoteChoice;
            return true;
        case Places.Editor:
            return (pages.item as CardScreen).leave();
        default:
            places.close();
            return true;
        }
    }
    function close(): void {
        places.page = Places.None;
        place.forceActiveFocus(Qt.OtherFocusReason);
    }
    function openCard(uid: string): void {
        places.rooms.cardEditor.open(uid);
        places.page = Places.Editor;
    }
    function openNote(): void {
        places.rooms.noteMaker.begin();
        places.page = Places.NoteChoice;
    }
    function openSession(): void {
        places.rooms.nextSession.edit();
        places.page = Places.SessionDate;
    }
    function write(): void {
        places.page = Places.None;
        bar.currentIndex = 0;
        (place.item as TodayScreen)?.focusLine();
    }
    function componentFor(page: int): Component {
        switch (page) {
        case Places.Editor:
            return editor;
        case Places.NoteChoice:
            return noteChoice;
        case Places.NotePreview:
            return notePreview;
        case Places.SessionDate:
            return sessionDate;
        default:
            return null;
        }
    }

    Connections {
        target: places.shell
        function onWriteRequested(): void {
            places.write();
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        visible: places.page === Places.None

        Loader {
            id: place

            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: places.page === Places.None
            sourceComponent: bar.currentIndex === 0 ? today : toSay
            onLoaded: if (places.shell.takeWriteRequest())
                places.write()
        }
        NavBar {
            id: bar

            places: [
                NavPlace {
                    name: qsTr("Today")
                },
                NavPlace {
                    name: qsTr("To say")
                }
            ]
        }
    }
    Loader {
        id: pages

        anchors.fill: parent
        focus: places.page !== Places.None
        active: places.page !== Places.None
        sourceComponent: places.componentFor(places.page)
    }

    Component {
        id: today

        TodayScreen {
            cards: places.rooms.cards
            writeDown: places.rooms.writeDown
            nextSession: places.rooms.nextSession
            canLock: places.shell.canLock
            onLockRequested: places.shell.lock()
            onHelpRequested: places.helpRequested()
            onNoteRequested: places.openNote()
            onSessionRequested: places.openSession()
            onToSayRequested: bar.currentIndex = 1
        }
    }
    Component {
        id: toSay

        ToSayScreen {
            cards: places.rooms.cards
            onHelpRequested: places.helpRequested()
            onCardRequested: uid => places.openCard(uid)
            onNoteRequested: places.openNote()
            onWriteRequested: places.write()
        }
    }
    Component {
        id: editor

        CardScreen {
            editor: places.rooms.cardEditor
            cards: places.rooms.cards
            onHelpRequested: places.helpRequested()
            onClosed: places.close()
        }
    }
    Component {
        id: noteChoice

        NoteScreen {
            maker: places.rooms.noteMaker
            onHelpRequested: places.helpRequested()
            onBackRequested: places.goBack()
            onPreviewRequested: {
                places.rooms.noteMaker.preview();
                places.page = Places.NotePreview;
            }
        }
    }
    Component {
        id: notePreview

        NotePreviewScreen {
            maker: places.rooms.noteMaker
            onHelpRequested: places.helpRequested()
            onBackRequested: places.goBack()
            onDone: places.close()
        }
    }
    Component {
        id: sessionDate

        SessionScreen {
            session: places.rooms.nextSession
            onHelpRequested: places.helpRequested()
            onBackRequested: places.goBack()
            onDone: places.close()
        }
    }
}
