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
        SessionDate,
        Show,
        AfterSessionAnswers
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
    function openAfter(): void {
        places.rooms.afterSession.begin();
        places.page = Places.AfterSessionAnswers;
    }
    function showToday(): void {
        places.page = Places.None;
        bar.currentIndex = 0;
    }
    function write(): void {
        places.showToday();
        (todayPlace.item as TodayScreen)?.focusLine();
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
        case Shell.Pause:
            places.showToday();
            break;
        }
    }

    Component.onCompleted: places.obey()
    Connections {
        target: places.shell
        function onRequested(): void {
            places.obey();
        }
    }

    FocusScope {
        id: ground

        anchors.fill: parent
        focus: places.page === Places.None
        visible: places.page === Places.None

        FocusScope {
            id: place

            anchors.top: parent.top
            anchors.bottom: shownBar.top
            width: parent.width
            focus: true

            Shown {
                id: todayPlace

                when: bar.currentIndex === 0

                TodayScreen {
                    anchors.fill: parent
                    focus: true
                    cards: places.rooms.cards
                    writeDown: places.rooms.writeDown
                    nextSession: places.rooms.nextSession
                    moods: places.rooms.moods
                    sessionCards: places.rooms.sessionCards
                    afterSession: places.rooms.afterSession
                    canLock: places.shell.canLock
                    onLockRequested: places.shell.lock()
                    onHelpRequested: places.helpRequested()
                    onNoteRequested: places.openNote()
                    onSessionRequested: places.openSession()
                    onToSayRequested: bar.currentIndex = 1
                    onSettingsRequested: places.settingsRequested()
                    onAfterRequested: places.openAfter()
                    canShow: true
                    onShowRequested: uid => places.showCard(uid)
                }
            }
            Shown {
                when: bar.currentIndex === 1

                ToSayScreen {
                    anchors.fill: parent
                    focus: true
                    cards: places.rooms.cards
                    onHelpRequested: places.helpRequested()
                    onCardRequested: uid => places.openCard(uid)
                    onNoteRequested: places.openNote()
                    onWriteRequested: places.write()
                }
            }
            Shown {
                when: bar.currentIndex === 2

                LookingBackScreen {
                    anchors.fill: parent
                    focus: true
                    past: places.rooms.lookingBack
                    week: places.rooms.moodWeek
                    editor: places.rooms.checkInEditor
                    onHelpRequested: places.helpRequested()
                }
            }
        }
        ShownBar {
            id: shownBar

            anchors.bottom: bar.top
            width: parent.width
            card: places.rooms.showCard
        }
        NavBar {
            id: bar

            anchors.bottom: parent.bottom
            width: parent.width
            places: [
                NavPlace {
                    name: qsTr("Today")
                },
                NavPlace {
                    name: qsTr("To say")
                },
                NavPlace {
                    name: qsTr("Looking back")
                    accent: Theme.lookingBack
                }
            ]
        }
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
            maker: places.rooms.noteMaker
            onHelpRequested: places.helpRequested()
            onBackRequested: places.goBack()
            onDone: places.close()
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
}
