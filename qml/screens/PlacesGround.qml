// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// The four places and the bar that leads from one to the other.
FocusScope {
    id: floor

    required property Rooms rooms
    required property Shell shell

    enum Place {
        Today,
        ToSay,
        Pause,
        LookingBack
    }

    signal helpRequested
    signal settingsRequested
    signal noteRequested
    signal sessionRequested
    signal afterRequested
    signal pauseRequested
    signal cardRequested(uid: string)
    signal showRequested(uid: string)

    function go(place: int): void {
        bar.currentIndex = place;
    }
    function write(): void {
        floor.go(PlacesGround.Today);
        (today.item as TodayScreen)?.focusLine();
    }
    function checkIn(): void {
        floor.go(PlacesGround.Today);
        (today.item as TodayScreen)?.focusMoods();
    }

    FocusScope {
        anchors.top: parent.top
        anchors.bottom: shownBar.top
        width: parent.width
        focus: true

        Shown {
            id: today

            when: bar.currentIndex === PlacesGround.Today

            TodayScreen {
                anchors.fill: parent
                focus: true
                cards: floor.rooms.cards
                writeDown: floor.rooms.writeDown
                nextSession: floor.rooms.nextSession
                moods: floor.rooms.moods
                sessionCards: floor.rooms.sessionCards
                afterSession: floor.rooms.afterSession
                canLock: floor.shell.canLock
                onLockRequested: floor.shell.lock()
                onHelpRequested: floor.helpRequested()
                onNoteRequested: floor.noteRequested()
                onSessionRequested: floor.sessionRequested()
                onToSayRequested: floor.go(PlacesGround.ToSay)
                onSettingsRequested: floor.settingsRequested()
                onAfterRequested: floor.afterRequested()
                onPauseRequested: floor.rooms.pause.start()
                onShowRequested: uid => floor.showRequested(uid)
            }
        }
        Shown {
            when: bar.currentIndex === PlacesGround.ToSay

            ToSayScreen {
                anchors.fill: parent
                focus: true
                cards: floor.rooms.cards
                onHelpRequested: floor.helpRequested()
                onCardRequested: uid => floor.cardRequested(uid)
                onNoteRequested: floor.noteRequested()
                onWriteRequested: floor.write()
            }
        }
        Shown {
            when: bar.currentIndex === PlacesGround.Pause

            PauseScreen {
                anchors.fill: parent
                focus: true
                pause: floor.rooms.pause
                onHelpRequested: floor.helpRequested()
                onPauseRequested: floor.pauseRequested()
            }
        }
        Shown {
            when: bar.currentIndex === PlacesGround.LookingBack

            LookingBackScreen {
                anchors.fill: parent
                focus: true
                past: floor.rooms.lookingBack
                week: floor.rooms.moodWeek
                editor: floor.rooms.checkInEditor
                onHelpRequested: floor.helpRequested()
            }
        }
    }
    ShownBar {
        id: shownBar

        anchors.bottom: bar.top
        width: parent.width
        card: floor.rooms.showCard
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
                name: qsTr("Pause")
                accent: Theme.pause
            },
            NavPlace {
                name: qsTr("Looking back")
                accent: Theme.lookingBack
            }
        ]
    }
}
