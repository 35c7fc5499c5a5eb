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
    required property Settings settings

    enum Place {
        Today,
        ToSay,
        Pause,
        LookingBack
    }

    signal helpRequested
    signal settingsRequested
    signal pageRequested(kind: int)

    function go(place: int): void {
        bar.currentIndex = place;
    }
    function write(): void {
        floor.go(PlacesGround.Today);
        (today.item as PlacePage)?.focusLine();
    }
    function checkIn(): void {
        floor.go(PlacesGround.Today);
        (today.item as PlacePage)?.focusMoods();
    }

    FocusScope {
        anchors.top: parent.top
        anchors.bottom: shownBar.top
        width: parent.width
        focus: true

        // Today is where everyone arrives: the app has it read while the vault
        // opens.
        Shown {
            id: today

            when: bar.currentIndex === PlacesGround.Today
            source: "TodayPlace.qml"
            given: ({
                    focus: true,
                    rooms: floor.rooms,
                    shell: floor.shell,
                    settings: floor.settings
                })
        }
        Opened {
            id: others

            file: ["", "ToSayPlace", "PausePlace", "LookingBackPlace"][bar.currentIndex]
            given: ({
                    rooms: floor.rooms,
                    shell: floor.shell,
                    settings: floor.settings
                })
        }
    }
    Connections {
        target: (today.item ?? others.item) as PlacePage
        function onHelpRequested(): void {
            floor.helpRequested();
        }
        function onSettingsRequested(): void {
            floor.settingsRequested();
        }
        function onWriteRequested(): void {
            floor.write();
        }
        function onPlaceRequested(place: int): void {
            floor.go(place);
        }
        function onPageRequested(kind: int): void {
            floor.pageRequested(kind);
        }
    }
    // After a card was noted as shown: the way back, wherever one is by then.
    Item {
        id: shownBar

        anchors.bottom: bar.top
        width: parent.width
        height: shownUndo.item ? shownUndo.item.implicitHeight + Theme.medium : 0

        Shown {
            id: shownUndo

            when: floor.rooms.showCard.canUndo
            source: "ShownBar.qml"
            given: ({
                    card: floor.rooms.showCard
                })
        }
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
