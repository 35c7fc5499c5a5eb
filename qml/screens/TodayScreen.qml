// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// Where I am in time, what that calls for, and always a line to write on.
ScreenPage {
    id: screen

    aboveBar: true

    required property Cards cards
    required property WriteDown writeDown
    required property NextSession nextSession
    required property Moods moods
    required property SessionCards sessionCards
    required property AfterSession afterSession
    required property BackupOffer backupOffer
    property bool canLock: false
    property bool offersRecoveryCode: false

    readonly property bool about: screen.nextSession.nearness === NextSession.AboutTo
    readonly property bool near: screen.nextSession.nearness === NextSession.Within24h
    readonly property bool writing: !line.empty
    property bool moodsWanted: false // asked for from outside

    // For what Today rarely shows, which is read from its file only then.
    readonly property var itself: ({
            today: screen
        })

    signal noteRequested
    signal sessionRequested
    signal toSayRequested
    signal afterRequested
    signal pauseRequested
    signal showRequested(uid: string)
    signal lockRequested
    signal settingsRequested
    signal recoveryCodeRequested
    signal recoveryCodeDeclined

    dayLabel: screen.nextSession.nearness === NextSession.None ? "" : screen.nextSession.dayName
    heading: screen.nextSession.headline
    Component.onCompleted: screen.focusHeading()

    function focusLine(): void {
        line.focusLine();
    }
    function focusMoods(): void {
        screen.moodsWanted = true;
        moodPanel.focusFirst();
    }

    Shown {
        when: screen.nextSession.asksAfter
        source: "TodayAfter.qml"
        given: screen.itself
    }
    Shown {
        when: screen.about
        source: "TodayAboutTo.qml"
        given: screen.itself
    }
    Shown {
        when: !screen.about && !screen.nextSession.asksAfter && screen.cards.openCount > 0

        ThingsToSay {
            cards: screen.cards
            near: screen.near
            quiet: screen.writing
            onNoteRequested: screen.noteRequested()
            onToSayRequested: screen.toSayRequested()
        }
    }
    Shown {
        when: !screen.nextSession.asksAfter && (screen.cards.openCount === 0 || screen.cards.status === Cards.Failed)
        source: "TodayCardsState.qml"
        given: screen.itself
    }
    Shown {
        when: screen.near

        QuietButton {
            wide: true
            outlined: true
            text: qsTr("I'm about to go in")
            onClicked: screen.nextSession.goIn()
        }
    }
    Shown {
        when: screen.nextSession.canStillTell

        QuietButton {
            wide: true
            outlined: true
            text: qsTr("Tell how it went")
            onClicked: screen.afterRequested()
        }
    }
    MoodPanel {
        id: moodPanel

        // On the way in there is enough to think of.
        visible: !screen.about || screen.moodsWanted || screen.moods.state !== Moods.Asking
        moods: screen.moods
        folded: !screen.about
        onHelpRequested: screen.helpRequested()
    }
    Shown {
        when: screen.nextSession.problem !== ""

        Banner {
            text: screen.nextSession.problem
        }
    }
    TodayMore {
        session: screen.nextSession
        canLock: screen.canLock
        onSessionRequested: screen.sessionRequested()
        onLockRequested: screen.lockRequested()
        onSettingsRequested: screen.settingsRequested()
    }
    // Not while something else has its moment.
    Shown {
        when: screen.offersRecoveryCode && !screen.about && !screen.nextSession.asksAfter && !screen.writing
        source: "RecoveryOfferCard.qml"
        given: screen.itself
    }
    Shown {
        when: screen.backupOffer.offered
        source: "BackupOfferCard.qml"
        given: ({
                offer: screen.backupOffer
            })
    }

    foot: [
        Shown {
            when: screen.afterSession.canUndo
            source: "TodayAnswersKept.qml"
            given: screen.itself
        },
        TodayLine {
            id: line

            writeDown: screen.writeDown
            leads: screen.nextSession.nearness === NextSession.Far || screen.nextSession.nearness === NextSession.None
        }
    ]
}
