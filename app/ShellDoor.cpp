// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Shell at the door: what it says there, and what a person can do before the
// rooms are open.
#include "app/ProblemSentences.h"
#include "app/Sentences.h"
#include "app/Shell.h"
#include "core/domain/Text.h"
#include "core/vault/Crypto.h"
#include "core/vault/Passphrase.h"
#include "core/vault/Pin.h"
#include "core/vault/RecoveryCode.h"

namespace rapport::app {

using vault::Phase;

bool Shell::busy() const
{
    const Phase phase = m_machine.state().phase;
    return phase != Phase::FirstMinute && phase != Phase::NoKeyStore && phase != Phase::Ask &&
           phase != Phase::Stuck && phase != Phase::Salvaged && phase != Phase::ChoosingBackup &&
           phase != Phase::Unlocked && phase != Phase::Locked;
}

bool Shell::wrongSecret() const
{
    return m_machine.state().wrong;
}

bool Shell::canUse(vault::Secret secret) const
{
    const vault::State &state = m_machine.state();
    const bool asked = (state.phase == Phase::Ask || state.phase == Phase::Checking) && state.asked == secret;
    const bool halfThere = secret == vault::Secret::Pin && state.keyProblem != vault::Problem::None;
    return state.ways.has(secret) && !asked && !halfThere;
}

bool Shell::canUsePassphrase() const
{
    return canUse(vault::Secret::Passphrase);
}

bool Shell::canUsePin() const
{
    return canUse(vault::Secret::Pin);
}

bool Shell::canUseRecoveryCode() const
{
    return canUse(vault::Secret::RecoveryCode);
}

bool Shell::canRetry() const
{
    return m_machine.state().problem != vault::Problem::AlreadyRunning &&
           m_machine.state().problem != vault::Problem::NewerVersion;
}

bool Shell::restoreNeedsLock() const
{
    const vault::State &state = m_machine.state();
    return state.phase == Phase::ChoosingBackup && state.problem != vault::Problem::None;
}

bool Shell::canSalvage() const
{
    return m_machine.state().problem == vault::Problem::DatabaseDamaged;
}

QString Shell::noOtherWay() const
{
    const vault::State &state = m_machine.state();
    const bool other = canUsePassphrase() || canUsePin() || canUseRecoveryCode();
    const bool byKeyStore = state.keyProblem != vault::Problem::None && state.keyProblem == state.problem;
    return byKeyStore && !other ? noOtherWaySentence() : QString();
}

QString Shell::problemTitle() const
{
    return problemSentences(m_machine.state().problem).title;
}

QString Shell::problemText() const
{
    return problemSentences(m_machine.state().problem).text;
}

QString Shell::problemAdvice() const
{
    return problemSentences(m_machine.state().problem).advice;
}

QString Shell::dataFolder() const
{
    return problemSentences(m_machine.state().problem).aboutFolder ? m_parts.dataFolder : QString();
}

void Shell::setFirstText(const QString &text)
{
    if (text == m_firstText)
        return;
    m_firstText = text;
    setFirstProblem({});
    Q_EMIT firstTextChanged();
}

void Shell::setFirstProblem(const QString &problem)
{
    if (problem == m_firstProblem)
        return;
    m_firstProblem = problem;
    Q_EMIT firstProblemChanged();
}

void Shell::keepFirst(const QString &typed)
{
    setFirstText(typed);
    const auto text = domain::normalizedText(typed);
    if (!text)
        return setFirstProblem(sentence(text.error()));
    m_keepWaits = true;
    m_passphraseChosen = false;
    handle(vault::event::KeepFirst{});
}

void Shell::choosePassphrase(QString typed)
{
    if (vault::passphraseProblem(typed) != vault::PassphraseProblem::None)
        return;
    m_keepWaits = !m_firstText.isEmpty();
    m_passphraseChosen = true;
    m_runner.setSecret(vault::SecretBytes::fromUtf8(typed));
    handle(vault::event::PassphraseChosen{});
}

void Shell::enter(vault::SecretBytes typed)
{
    m_runner.setSecret(std::move(typed));
    handle(vault::event::SecretEntered{});
}

void Shell::enterPassphrase(QString typed)
{
    enter(vault::SecretBytes::fromUtf8(typed));
}

void Shell::enterPin(QString typed)
{
    vault::SecretBytes pin = vault::pinFrom(typed);
    if (!pin.isEmpty()) // what is no PIN opens nothing, and the screen says so
        enter(std::move(pin));
}

void Shell::enterRecoveryCode(QString typed)
{
    vault::RecoveryReading reading = vault::readRecoveryCode(typed);
    vault::crypto::wipe(typed);
    if (reading.finding == vault::RecoveryReading::Right)
        enter(std::move(reading.code));
}

void Shell::usePassphrase()
{
    handle(vault::event::Use{vault::Secret::Passphrase});
}

void Shell::usePin()
{
    handle(vault::event::Use{vault::Secret::Pin});
}

void Shell::useRecoveryCode()
{
    handle(vault::event::Use{vault::Secret::RecoveryCode});
}

void Shell::retry()
{
    if (m_machine.state().phase == Phase::Locked)
        return handle(vault::event::UnlockRequested{});
    handle(vault::event::Retry{});
}

void Shell::salvage()
{
    handle(vault::event::SalvageRequested{});
}

void Shell::seekBackup()
{
    handle(vault::event::RestoreRequested{});
}

void Shell::restore()
{
    if (!m_restorer.found())
        return;
    m_keepWaits = !m_firstText.isEmpty(); // a card beside what comes back, not in the place of its draft
    handle(vault::event::RestoreConfirmed{});
}

void Shell::restoreWithPassphrase(QString typed)
{
    if (!m_restorer.found() || vault::passphraseProblem(typed) != vault::PassphraseProblem::None)
        return;
    m_keepWaits = !m_firstText.isEmpty();
    m_runner.setSecret(vault::SecretBytes::fromUtf8(typed));
    handle(vault::event::RestoreConfirmed{true});
}

} // namespace rapport::app
