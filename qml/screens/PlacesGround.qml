// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// The four places and the bar that leads from one to the other.
FocusScope {
    id: ground

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
        ground.go(PlacesGround.Today);
        (today.item as TodayScreen)?.focusLine();
    }
    function checkIn(): void {
        ground.go(PlacesGround.Today);
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
                cards: ground.rooms.cards
                writeDown: ground.rooms.writeDown
                nextSession: ground.rooms.nextSession
                moods: ground.rooms.moods
                sessionCards: ground.rooms.sessionCards
                afterSession: ground.rooms.afterSession
                canLock: ground.shell.canLock
                onLockRequested: ground.shell.lock()
                onHelpRequested: ground.helpRequested()
                onNoteRequested: ground.noteRequested()
                onSessionRequested: ground.sessionRequested()
                onToSayRequested: ground.go(PlacesGround.ToSay)
                onSettingsRequested: ground.settingsRequested()
                onAfterRequested: ground.afterRequested()
                onPauseRequested: ground.rooms.pause.start()
                onShowRequested: uid => ground.showRequested(uid)
            }
        }
        Shown {
            when: bar.currentIndex === PlacesGround.ToSay

            ToSayScreen {
                anchors.fill: parent
                focus: true
                cards: ground.rooms.cards
                onHelpRequested: ground.helpRequested()
                onCardRequested: uid => ground.cardRequested(uid)
                onNoteRequested: ground.noteRequested()
                onWriteRequested: ground.write()
            }
        }
        Shown {
            when: bar.currentIndex === PlacesGround.Pause

            PauseScreen {
                anchors.fill: parent
                focus: true
                pause: ground.rooms.pause
                onHelpRequested: ground.helpRequested()
                onPauseRequested: ground.pauseRequested()
            }
        }
        Shown {
            when: bar.currentIndex === PlacesGround.LookingBack

            LookingBackScreen {
                anchors.fill: parent
                focus: true
                past: ground.rooms.lookingBack
                week: ground.rooms.moodWeek
                editor: ground.rooms.checkInEditor
                onHelpRequested: ground.helpRequested()
            }
        }
    }
    ShownBar {
        id: shownBar

        anchors.bottom: bar.top
        width: parent.width
        card: ground.rooms.showCard
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
