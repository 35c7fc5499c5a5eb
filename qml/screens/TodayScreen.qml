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
    property bool canLock: false
    property bool offersRecoveryCode: false

    readonly property bool about: screen.nextSession.nearness === NextSession.AboutTo
    readonly property bool near: screen.nextSession.nearness === NextSession.Within24h
    readonly property bool writing: !line.empty
    property bool moodsWanted: false // asked for from outside

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

        TodayAfter {
            quiet: screen.writing
            onTellRequested: screen.afterRequested()
            onLater: screen.nextSession.askLater()
        }
    }
    Shown {
        when: screen.about

        TodayAboutTo {
            cards: screen.sessionCards
            session: screen.nextSession
            quiet: screen.writing
            onPauseRequested: screen.pauseRequested()
            onShowRequested: uid => screen.showRequested(uid)
            onToSayRequested: screen.toSayRequested()
        }
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

        TodayCardsState {
            about: screen.about
            cards: screen.cards
        }
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
    Banner {
        visible: screen.nextSession.problem !== ""
        text: screen.nextSession.problem
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

        RecoveryOfferCard {
            onMakeRequested: screen.recoveryCodeRequested()
            onNotYet: screen.recoveryCodeDeclined()
        }
    }

    foot: [
        UndoBar {
            visible: screen.afterSession.canUndo
            text: qsTr("Your answers are kept.")
            onUndo: screen.afterSession.undo()
            onDismissed: screen.afterSession.dismissUndo()
        },
        TodayLine {
            id: line

            writeDown: screen.writeDown
            leads: screen.nextSession.nearness === NextSession.Far || screen.nextSession.nearness === NextSession.None
        }
    ]
}
