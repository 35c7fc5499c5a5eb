// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because each event is answered here, phase by phase.
#include "core/vault/Machine.h"

#include <utility>

namespace rapport::vault {

Problem problemOf(KeyStoreAnswer answer)
{
    switch (answer) {
    case KeyStoreAnswer::Ok:
        return Problem::None;
    case KeyStoreAnswer::EntryMissing:
        return Problem::KeyMissing;
    case KeyStoreAnswer::Unavailable:
        return Problem::KeyStoreUnavailable;
    case KeyStoreAnswer::Locked:
        return Problem::KeyStoreLocked;
    case KeyStoreAnswer::Denied:
        return Problem::KeyStoreDenied;
    case KeyStoreAnswer::TimedOut:
        return Problem::KeyStoreTimedOut;
    case KeyStoreAnswer::Unusable:
        return Problem::KeyUnusable;
    }
    return Problem::Internal;
}

Problem problemOf(const Error &error)
{
    switch (error.kind) {
    case Error::WrongKey:
        return Problem::KeyUnusable;
    case Error::HeaderDamaged:
        return Problem::HeaderDamaged;
    case Error::DatabaseMissing:
        return Problem::DatabaseMissing;
    case Error::DatabaseDamaged:
        return Problem::DatabaseDamaged;
    case Error::NewerVersion:
        return Problem::NewerVersion;
    case Error::CannotWrite:
        return Problem::CannotWrite;
    case Error::DiskFull:
        return Problem::DiskFull;
    case Error::AlreadyRunning:
        return Problem::AlreadyRunning;
    case Error::Cancelled:   // asked for, and answered by whoever asked
    case Error::NotFirstRun: // the files changed under us: Retry looks at them again
    case Error::Refused:
    case Error::Internal:
        break;
    }
    return Problem::Internal;
}

bool Ways::has(Secret secret) const
{
    switch (secret) {
    case Secret::Passphrase:
        return passphrase;
    case Secret::Pin:
        return pin;
    case Secret::RecoveryCode:
        return recovery;
    }
    return false;
}

std::vector<Effect> Machine::handle(const Event &event)
{
    return std::visit([this](const auto &happened) { return on(happened); }, event);
}

bool Machine::awaits(Effect::Kind kind, Epoch epoch) const
{
    return m_awaited == kind && m_epoch == epoch;
}

/// The one place where a phase that waits for an answer begins.
Machine::Effects Machine::enter(Phase phase, Effect::Kind effect)
{
    m_state.phase = phase;
    m_state.problem = Problem::None;
    m_state.wrong = false;
    m_state.waitMs = 0;
    m_awaited = effect;
    const bool namesKey = effect == Effect::ReadKey || effect == Effect::RemoveKey;
    return {Effect{effect, ++m_epoch, namesKey ? m_vaultId : domain::Uid(), m_state.asked}};
}

/// The one place where a phase that waits for the person begins.
Machine::Effects Machine::rest(Phase phase, Problem problem)
{
    m_state.phase = phase;
    m_state.problem = problem;
    m_state.wrong = false;
    m_state.waitMs = 0;
    m_salvages = m_salvages && phase == Phase::Ask;
    m_awaited.reset();
    return {Effect{Effect::ForgetSecrets}};
}

Machine::Effects Machine::ask(Secret secret)
{
    m_state.asked = secret;
    return rest(Phase::Ask);
}

Machine::Effects Machine::keyFailed(Problem problem)
{
    m_state.keyProblem = problem;
    return rest(Phase::Stuck, problem);
}

Machine::Effects Machine::inspectAgain()
{
    m_state.ways = {};
    m_state.keyProblem = Problem::None;
    return enter(Phase::Starting, Effect::InspectFiles);
}

Machine::Effects Machine::on(const event::Start &)
{
    if (m_hasLock)
        return {};
    m_hasLock = true;
    return inspectAgain();
}

Machine::Effects Machine::on(const event::LockHeldElsewhere &)
{
    if (m_hasLock)
        return {};
    return rest(Phase::Stuck, Problem::AlreadyRunning);
}

Machine::Effects Machine::on(const event::Inspected &happened)
{
    if (!awaits(Effect::InspectFiles, happened.epoch))
        return {};
    const Inspection &found = happened.inspection;
    if (found.finding == Inspection::Nothing)
        return rest(Phase::FirstMinute);
    if (found.finding == Inspection::Failed)
        return rest(Phase::Stuck, problemOf(found.error));
    m_vaultId = found.vaultId;
    m_state.ways = {found.keychain, found.passphrase, found.pin, found.recovery};
    if (found.keychain)
        return enter(Phase::ReadingKey, Effect::ReadKey);
    for (const Secret secret : {Secret::Pin, Secret::Passphrase, Secret::RecoveryCode}) {
        if (m_state.ways.has(secret))
            return ask(secret);
    }
    // Only slots whose way in this version does not have.
    return rest(Phase::Stuck, Problem::NewerVersion);
}

Machine::Effects Machine::on(const event::KeepFirst &)
{
    if (m_state.phase != Phase::FirstMinute)
        return {};
    return enter(Phase::Creating, Effect::StoreNewKey);
}

Machine::Effects Machine::on(const event::KeyStored &happened)
{
    if (!awaits(Effect::StoreNewKey, happened.epoch))
        return {};
    const bool restores = m_state.phase == Phase::Restoring;
    if (restores && happened.answer == KeyStoreAnswer::Ok)
        return enter(Phase::Restoring, Effect::RestoreWithKeychain);
    if (restores)
        return rest(Phase::ChoosingBackup, problemOf(happened.answer));
    if (happened.answer == KeyStoreAnswer::Ok)
        return enter(Phase::Creating, Effect::CreateWithKeychain);
    return rest(Phase::NoKeyStore, problemOf(happened.answer));
}

Machine::Effects Machine::on(const event::PassphraseChosen &)
{
    if (m_state.phase != Phase::NoKeyStore)
        return {};
    return enter(Phase::Creating, Effect::CreateWithPassphrase);
}

Machine::Effects Machine::on(const event::Created &happened)
{
    const bool byPassphrase = awaits(Effect::CreateWithPassphrase, happened.epoch);
    if (!byPassphrase && !awaits(Effect::CreateWithKeychain, happened.epoch))
        return {};
    if (happened.error)
        return rest(Phase::Stuck, problemOf(*happened.error));
    m_vaultId = happened.vaultId;
    m_state.ways = {.keychain = !byPassphrase, .passphrase = byPassphrase};
    m_state.asked = Secret::Passphrase;
    return enter(Phase::Opening, Effect::OpenWithKeys);
}

Machine::Effects Machine::on(const event::KeyRead &happened)
{
    if (!awaits(Effect::ReadKey, happened.epoch))
        return {};
    if (happened.answer != KeyStoreAnswer::Ok)
        return keyFailed(problemOf(happened.answer));
    if (m_state.phase == Phase::Checking)
        return enter(Phase::Checking, Effect::CheckSecret);
    if (m_salvages)
        return enter(Phase::Salvaging, Effect::SalvageWithKek);
    return enter(Phase::Opening, Effect::OpenWithKek);
}

Machine::Effects Machine::on(const event::Use &happened)
{
    const bool possible = m_state.phase == Phase::Stuck || m_state.phase == Phase::Ask;
    const bool asksAlready = m_state.phase == Phase::Ask && m_state.asked == happened.secret;
    if (!possible || asksAlready || !m_state.ways.has(happened.secret))
        return {};
    return ask(happened.secret);
}

Machine::Effects Machine::on(const event::SecretEntered &)
{
    if (m_state.phase != Phase::Ask)
        return {};
    return enter(Phase::Checking, m_state.asked == Secret::Pin ? Effect::ReadKey : Effect::CheckSecret);
}

Machine::Effects Machine::on(const event::SecretChecked &happened)
{
    if (!awaits(Effect::CheckSecret, happened.epoch))
        return {};
    if (!happened.error && m_salvages)
        return enter(Phase::Salvaging, Effect::SalvageWithKeys);
    if (!happened.error)
        return enter(Phase::Opening, Effect::OpenWithKeys);
    if (happened.error->kind != Error::WrongKey)
        return rest(Phase::Stuck, problemOf(*happened.error));
    auto effects = ask(m_state.asked);
    m_state.wrong = true;
    m_state.waitMs = happened.waitMs;
    return effects;
}

Machine::Effects Machine::on(const event::Opened &happened)
{
    const bool byKeyStore = awaits(Effect::OpenWithKek, happened.epoch);
    if (!byKeyStore && !awaits(Effect::OpenWithKeys, happened.epoch))
        return {};
    if (byKeyStore && happened.error && happened.error->kind == Error::WrongKey)
        return keyFailed(problemOf(*happened.error));
    if (happened.error)
        return rest(Phase::Stuck, problemOf(*happened.error));
    return rest(Phase::Unlocked);
}

Machine::Effects Machine::on(const event::DamageFound &)
{
    if (m_state.phase != Phase::Unlocked)
        return {};
    m_isDamaged = true;
    return enter(Phase::Closing, Effect::CloseVault);
}

Machine::Effects Machine::on(const event::SalvageRequested &)
{
    if (m_state.phase != Phase::Stuck || m_state.problem != Problem::DatabaseDamaged || !m_hasLock)
        return {};
    // Its keys were forgotten with the failure: they are asked for as on any day.
    auto effects = inspectAgain();
    m_salvages = true;
    return effects;
}

Machine::Effects Machine::on(const event::Salvaged &happened)
{
    const bool byKeyStore = awaits(Effect::SalvageWithKek, happened.epoch);
    if (!byKeyStore && !awaits(Effect::SalvageWithKeys, happened.epoch))
        return {};
    if (!happened.error)
        return rest(Phase::Salvaged);
    switch (happened.error->kind) {
    case Error::WrongKey:
        return keyFailed(Problem::KeyUnusable);
    case Error::Cancelled:
        return rest(Phase::Stuck, Problem::DatabaseDamaged);
    case Error::DatabaseDamaged:
        return rest(Phase::Stuck, Problem::NothingSaved);
    default:
        return rest(Phase::Stuck, problemOf(*happened.error));
    }
}

bool Machine::canRestore() const
{
    // What somebody forgot, or lost the paper of, is a way in by name alone.
    if (m_state.phase == Phase::FirstMinute || m_state.phase == Phase::Ask)
        return true;
    if (m_state.phase != Phase::Stuck || !m_hasLock)
        return false;
    switch (m_state.problem) {
    case Problem::KeyStoreUnavailable: // for good, where the notes were moved to another desktop
    case Problem::KeyMissing:
    case Problem::KeyUnusable:
    case Problem::HeaderDamaged:
    case Problem::DatabaseMissing:
    case Problem::DatabaseDamaged:
    case Problem::NothingSaved:
        return true;
    default: // it passes, or a backup changes nothing about it
        return false;
    }
}

Machine::Effects Machine::on(const event::RestoreRequested &)
{
    return canRestore() ? rest(Phase::ChoosingBackup) : Effects{};
}

Machine::Effects Machine::on(const event::ReplaceRequested &)
{
    if (m_state.phase != Phase::Unlocked)
        return {};
    // As a lock: whoever turns back comes in as on any day.
    m_isReplaced = true;
    auto effects = enter(Phase::Closing, Effect::CloseVault);
    effects.push_back(Effect{Effect::ForgetSecrets});
    return effects;
}

Machine::Effects Machine::on(const event::RestoreConfirmed &happened)
{
    if (m_state.phase != Phase::ChoosingBackup)
        return {};
    const bool needed = m_state.problem != Problem::None; // a passphrase, as no key was kept
    if (happened.withPassphrase && !needed)
        return {};
    return enter(Phase::Restoring,
                 happened.withPassphrase ? Effect::RestoreWithPassphrase : Effect::StoreNewKey);
}

Machine::Effects Machine::on(const event::Restored &happened)
{
    const bool byPassphrase = awaits(Effect::RestoreWithPassphrase, happened.epoch);
    if (!byPassphrase && !awaits(Effect::RestoreWithKeychain, happened.epoch))
        return {};
    if (!happened.done)
        return rest(Phase::ChoosingBackup);
    m_vaultId = happened.vaultId;
    m_state.keyProblem = Problem::None;
    m_state.ways = {.keychain = !byPassphrase, .passphrase = byPassphrase};
    return enter(Phase::Opening, Effect::OpenWithKeys);
}

Machine::Effects Machine::on(const event::LockRequested &)
{
    switch (m_state.phase) {
    case Phase::ReadingKey:
    case Phase::Checking:
    case Phase::Opening: // the close stands behind the open on the database's thread
    case Phase::Unlocked: {
        auto effects = enter(Phase::Closing, Effect::CloseVault);
        effects.push_back(Effect{Effect::ForgetSecrets});
        return effects;
    }
    case Phase::Renewing: // which cannot be left half done
        m_locksAfterwards = true;
        break;
    case Phase::ChoosingBackup: // the notes that were open would be replaced by whoever comes
        if (canLock())
            return rest(Phase::Locked);
        break;
    case Phase::Starting:
    case Phase::FirstMinute:
    case Phase::Creating:
    case Phase::NoKeyStore:
    case Phase::Ask:
    case Phase::Closing:
    case Phase::Erasing:
    case Phase::Salvaging:
    case Phase::Salvaged:
    case Phase::Restoring:
    case Phase::Locked:
    case Phase::Stuck:
        break;
    }
    return {};
}

bool Machine::canLock() const
{
    const bool open = m_state.phase == Phase::Unlocked || m_state.phase == Phase::Renewing ||
                      (m_state.phase == Phase::ChoosingBackup && m_replaces);
    return open && m_state.ways.locks();
}

Machine::Effects Machine::on(const event::Closed &happened)
{
    if (!awaits(Effect::CloseVault, happened.epoch))
        return {};
    if (m_state.phase == Phase::Erasing)
        return enter(Phase::Erasing, Effect::EraseFiles);
    if (m_state.phase == Phase::Renewing)
        return enter(Phase::Renewing, Effect::RenewKey);
    if (std::exchange(m_isDamaged, false))
        return rest(Phase::Stuck, Problem::DatabaseDamaged);
    m_replaces = std::exchange(m_isReplaced, false);
    return rest(m_replaces ? Phase::ChoosingBackup : Phase::Locked);
}

Machine::Effects Machine::on(const event::UnlockRequested &)
{
    if (m_state.phase != Phase::Locked)
        return {};
    return inspectAgain();
}

Machine::Effects Machine::on(const event::Retry &)
{
    if (m_state.phase == Phase::NoKeyStore)
        return enter(Phase::Creating, Effect::StoreNewKey);
    // Without the process's lock nothing may be looked at, let alone changed.
    const bool possible = m_state.phase == Phase::Stuck || m_state.phase == Phase::Ask ||
                          m_state.phase == Phase::Salvaged || m_state.phase == Phase::ChoosingBackup;
    if (!possible || !m_hasLock)
        return {};
    m_salvages = false;
    return inspectAgain();
}

Machine::Effects Machine::on(const event::EraseRequested &)
{
    if (m_state.phase != Phase::Unlocked)
        return {};
    return enter(Phase::Erasing, Effect::CloseVault);
}

Machine::Effects Machine::on(const event::Erased &happened)
{
    if (!awaits(Effect::EraseFiles, happened.epoch))
        return {};
    if (happened.error)
        return rest(Phase::Stuck, problemOf(*happened.error));
    // Last: while there are files, their key is somebody's way back to them.
    return enter(Phase::Erasing, Effect::RemoveKey);
}

Machine::Effects Machine::on(const event::KeyRemoved &happened)
{
    if (!awaits(Effect::RemoveKey, happened.epoch))
        return {};
    return inspectAgain();
}

Machine::Effects Machine::on(const event::RenewRequested &)
{
    if (m_state.phase != Phase::Unlocked)
        return {};
    m_locksAfterwards = false;
    return enter(Phase::Renewing, Effect::CloseVault);
}

Machine::Effects Machine::on(const event::Renewed &happened)
{
    if (!awaits(Effect::RenewKey, happened.epoch))
        return {};
    if (!happened.error)
        m_state.ways = happened.ways;
    if (std::exchange(m_locksAfterwards, false))
        return rest(Phase::Locked);
    if (happened.settled)
        return enter(Phase::Opening, Effect::OpenWithKeys);
    // As after a kill: whoever opens it next brings it to its end, and which of
    // the two sets of secrets that is shows only then.
    auto effects = inspectAgain();
    effects.push_back(Effect{Effect::ForgetSecrets});
    return effects;
}

Machine::Effects Machine::on(const event::WaysChanged &happened)
{
    if (m_state.phase != Phase::Unlocked)
        return {};
    m_state.ways = happened.ways;
    // What will be asked for from now on is what there is, not what opened it.
    m_state.asked = m_state.ways.pin ? Secret::Pin : Secret::Passphrase;
    m_state.keyProblem = Problem::None;
    return {Effect{Effect::ForgetSecrets}};
}

} // namespace rapport::vault
