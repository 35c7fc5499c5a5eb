// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

PlacePage {
    id: page

    anchors.fill: parent

    function focusLine(): void {
        today.focusLine();
    }
    function focusMoods(): void {
        today.focusMoods();
    }

    Connections {
        target: page.rooms.backupOffer
        function onAccepted(): void {
            page.settingsRequested();
        }
    }
    TodayScreen {
        id: today

        anchors.fill: parent
        focus: true
        cards: page.rooms.cards
        writeDown: page.rooms.writeDown
        nextSession: page.rooms.nextSession
        moods: page.rooms.moods
        sessionCards: page.rooms.sessionCards
        afterSession: page.rooms.afterSession
        backupOffer: page.rooms.backupOffer
        canLock: page.shell.canLock
        offersRecoveryCode: page.rooms.recoveryOffer.offered
        onLockRequested: page.shell.lock()
        onHelpRequested: page.helpRequested()
        onSettingsRequested: page.settingsRequested()
        onRecoveryCodeDeclined: page.rooms.recoveryOffer.notYet()
        onRecoveryCodeRequested: {
            page.rooms.howItOpens.makeCode();
            page.settingsRequested();
        }
        onToSayRequested: page.placeRequested(PlacesGround.ToSay)
        onNoteRequested: page.chooseForNote()
        onShowRequested: uid => page.showCard(uid)
        onPauseRequested: page.rooms.pause.start()
        onSessionRequested: {
            page.rooms.nextSession.edit();
            page.pageRequested(Places.SessionDate);
        }
        onAfterRequested: {
            page.rooms.afterSession.begin();
            page.pageRequested(Places.AfterSessionAnswers);
        }
    }
}
