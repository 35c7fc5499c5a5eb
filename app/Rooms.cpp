// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Rooms.h"

#include <QLocale>

#include "app/PauseContent.h"

namespace rapport::app {

Rooms::Rooms(const Environment &environment, const VaultDoor &door, platform::Services &services,
             CueThread &cues, QObject *parent)
    : QObject(parent)
    , m_cards(environment, nullptr)
    , m_writeDown(environment, m_cards, nullptr)
    , m_cardEditor(environment, m_cards, nullptr)
    , m_nextSession(environment, nullptr)
    , m_sessionCards(m_cards, nullptr)
    , m_afterSession(environment, m_cards, m_nextSession, nullptr)
    , m_noteHandover(environment, *services.sharer, nullptr)
    , m_noteMaker(environment, m_cards, m_nextSession, m_noteHandover, nullptr)
    , m_showCard(m_cards, *services.voice, nullptr)
    , m_moods(environment, nullptr)
    , m_lookingBack(environment, nullptr)
    , m_moodWeek(environment, nullptr)
    , m_checkInEditor(environment, nullptr)
    , m_pause(environment, cues, pauseStarters(QLocale()), nullptr)
    , m_recoveryOffer(environment, door.ways.recovery, nullptr)
    , m_stepUp(door, nullptr)
    , m_lockKeeper(door, m_stepUp, nullptr)
    , m_keyRenewal(environment, door, m_stepUp, nullptr)
    , m_oldCopies(door, m_stepUp, nullptr)
    , m_backups(environment, door, m_stepUp, nullptr)
    , m_backupOffer(environment, {m_backups, m_recoveryOffer, m_nextSession, m_writeDown}, nullptr)
    , m_howItOpens(
          environment.random,
          [this](vault::SecretBytes code) { m_lockKeeper.setRecoveryCode(std::move(code)); }, nullptr)
{
    // Members of a QObject given to QML stay ours, whatever the engine thinks.
    for (QObject *object : std::initializer_list<QObject *>{
             &m_cards,        &m_writeDown,    &m_cardEditor,    &m_nextSession, &m_sessionCards,
             &m_afterSession, &m_noteHandover, &m_noteMaker,     &m_showCard,    &m_moods,
             &m_lookingBack,  &m_moodWeek,     &m_checkInEditor, &m_pause,       &m_recoveryOffer,
             &m_stepUp,       &m_lockKeeper,   &m_keyRenewal,    &m_oldCopies,   &m_backups,
             &m_backupOffer,  &m_howItOpens})
        QQmlEngine::setObjectOwnership(object, QQmlEngine::CppOwnership);

    connect(&m_lockKeeper, &LockKeeper::changed, &m_howItOpens, &HowItOpens::kept);
    connect(&m_oldCopies, &OldCopies::removed, &m_howItOpens, &HowItOpens::kept);
    connect(&m_lockKeeper, &LockKeeper::waysChanged, &m_stepUp, &StepUp::setWays);
    connect(&m_lockKeeper, &LockKeeper::waysChanged, &m_keyRenewal, &KeyRenewal::setWays);
    connect(&m_lockKeeper, &LockKeeper::waysChanged, &m_recoveryOffer,
            [this](const vault::Ways &ways) { m_recoveryOffer.setHasCode(ways.recovery); });
    connect(&m_writeDown, &WriteDown::kept, &m_recoveryOffer, &RecoveryOffer::look);
    connect(&m_moods, &Moods::kept, &m_recoveryOffer, &RecoveryOffer::look);
    connect(&m_lookingBack, &LookingBack::checkInRemoved, &m_moods, &Moods::forget);
    connect(&m_lookingBack, &LookingBack::checkInsChanged, &m_moodWeek, &MoodWeek::load);
    connect(&m_checkInEditor, &CheckInEditor::stored, &m_lookingBack, &LookingBack::place);
    connect(&m_checkInEditor, &CheckInEditor::stored, &m_moods, &Moods::takeOver);
}

void Rooms::flush()
{
    m_writeDown.flush();
    m_cardEditor.flush();
    m_moods.flush();
    m_checkInEditor.flush();
    m_afterSession.flush();
}

} // namespace rapport::app
