// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/AfterSession.h"
#include "app/BackupOffer.h"
#include "app/Backups.h"
#include "app/CardEditor.h"
#include "app/Cards.h"
#include "app/CheckInEditor.h"
#include "app/Environment.h"
#include "app/HowItOpens.h"
#include "app/KeyRenewal.h"
#include "app/LockKeeper.h"
#include "app/LookingBack.h"
#include "app/Moods.h"
#include "app/MoodWeek.h"
#include "app/NextSession.h"
#include "app/NoteHandover.h"
#include "app/NoteMaker.h"
#include "app/OldCopies.h"
#include "app/Pause.h"
#include "app/RecoveryOffer.h"
#include "app/SessionCards.h"
#include "app/ShowCard.h"
#include "app/StepUp.h"
#include "app/WriteDown.h"
#include "platform/Services.h"

namespace rapport::app {

/// Everything that exists only while the vault is open. Shell makes it after
/// unlocking and destroys it on lock, so no view model ever works on nothing
/// and nothing is readable after a lock.
class Rooms : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(rapport::app::Cards *cards READ cards CONSTANT FINAL)
    Q_PROPERTY(rapport::app::WriteDown *writeDown READ writeDown CONSTANT FINAL)
    Q_PROPERTY(rapport::app::CardEditor *cardEditor READ cardEditor CONSTANT FINAL)
    Q_PROPERTY(rapport::app::NextSession *nextSession READ nextSession CONSTANT FINAL)
    Q_PROPERTY(rapport::app::SessionCards *sessionCards READ sessionCards CONSTANT FINAL)
    Q_PROPERTY(rapport::app::AfterSession *afterSession READ afterSession CONSTANT FINAL)
    Q_PROPERTY(rapport::app::NoteMaker *noteMaker READ noteMaker CONSTANT FINAL)
    Q_PROPERTY(rapport::app::NoteHandover *noteHandover READ noteHandover CONSTANT FINAL)
    Q_PROPERTY(rapport::app::ShowCard *showCard READ showCard CONSTANT FINAL)
    Q_PROPERTY(rapport::app::Moods *moods READ moods CONSTANT FINAL)
    Q_PROPERTY(rapport::app::LookingBack *lookingBack READ lookingBack CONSTANT FINAL)
    Q_PROPERTY(rapport::app::MoodWeek *moodWeek READ moodWeek CONSTANT FINAL)
    Q_PROPERTY(rapport::app::CheckInEditor *checkInEditor READ checkInEditor CONSTANT FINAL)
    Q_PROPERTY(rapport::app::Pause *pause READ pause CONSTANT FINAL)
    Q_PROPERTY(rapport::app::HowItOpens *howItOpens READ howItOpens CONSTANT FINAL)
    Q_PROPERTY(rapport::app::RecoveryOffer *recoveryOffer READ recoveryOffer CONSTANT FINAL)
    Q_PROPERTY(rapport::app::StepUp *stepUp READ stepUp CONSTANT FINAL)
    Q_PROPERTY(rapport::app::LockKeeper *lockKeeper READ lockKeeper CONSTANT FINAL)
    Q_PROPERTY(rapport::app::KeyRenewal *keyRenewal READ keyRenewal CONSTANT FINAL)
    Q_PROPERTY(rapport::app::OldCopies *oldCopies READ oldCopies CONSTANT FINAL)
    Q_PROPERTY(rapport::app::Backups *backups READ backups CONSTANT FINAL)
    Q_PROPERTY(rapport::app::BackupOffer *backupOffer READ backupOffer CONSTANT FINAL)

public:
    Rooms(const Environment &environment, const VaultDoor &door, platform::Services &services,
          CueThread &cues, QObject *parent);

    Cards *cards() { return &m_cards; }
    WriteDown *writeDown() { return &m_writeDown; }
    CardEditor *cardEditor() { return &m_cardEditor; }
    NextSession *nextSession() { return &m_nextSession; }
    SessionCards *sessionCards() { return &m_sessionCards; }
    AfterSession *afterSession() { return &m_afterSession; }
    NoteMaker *noteMaker() { return &m_noteMaker; }
    NoteHandover *noteHandover() { return &m_noteHandover; }
    ShowCard *showCard() { return &m_showCard; }
    Moods *moods() { return &m_moods; }
    LookingBack *lookingBack() { return &m_lookingBack; }
    MoodWeek *moodWeek() { return &m_moodWeek; }
    CheckInEditor *checkInEditor() { return &m_checkInEditor; }
    Pause *pause() { return &m_pause; }
    HowItOpens *howItOpens() { return &m_howItOpens; }
    RecoveryOffer *recoveryOffer() { return &m_recoveryOffer; }
    StepUp *stepUp() { return &m_stepUp; }
    LockKeeper *lockKeeper() { return &m_lockKeeper; }
    KeyRenewal *keyRenewal() { return &m_keyRenewal; }
    OldCopies *oldCopies() { return &m_oldCopies; }
    Backups *backups() { return &m_backups; }
    BackupOffer *backupOffer() { return &m_backupOffer; }

    /// The app goes to the background: what waits to be written is written.
    void flush();

private:
    // Destroyed in the opposite order: users before what they use.
    Cards m_cards;
    WriteDown m_writeDown;
    CardEditor m_cardEditor;
    NextSession m_nextSession;
    SessionCards m_sessionCards;
    AfterSession m_afterSession;
    NoteHandover m_noteHandover;
    NoteMaker m_noteMaker;
    ShowCard m_showCard;
    Moods m_moods;
    LookingBack m_lookingBack;
    MoodWeek m_moodWeek;
    CheckInEditor m_checkInEditor;
    Pause m_pause;
    RecoveryOffer m_recoveryOffer;
    StepUp m_stepUp;
    LockKeeper m_lockKeeper;
    KeyRenewal m_keyRenewal;
    OldCopies m_oldCopies;
    Backups m_backups;
    BackupOffer m_backupOffer;
    HowItOpens m_howItOpens;
};

} // namespace rapport::app
