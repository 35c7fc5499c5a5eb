// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "core/vault/Error.h"
#include "core/vault/Vault.h"

namespace rapport::vault {

/// How the platform's key store answered, whatever it was asked. The platform
/// ends a question that hangs after 20 seconds with TimedOut.
enum class KeyStoreAnswer {
    Ok,           ///< stored and read back equal; or read, 32 bytes
    EntryMissing, ///< it says there is none; a locked store says so too
    Unavailable,  ///< there is no key store, or it answers with an error
    Locked,       ///< it is locked and was not unlocked
    Denied,       ///< the person or the system refused
    TimedOut,
    Unusable, ///< read: not 32 bytes; stored: read back different
};

/// What keeps the vault closed. Each is a screen with a sentence and what to do.
enum class Problem {
    None,
    KeyStoreUnavailable,
    KeyStoreLocked,
    KeyStoreDenied,
    KeyStoreTimedOut,
    KeyMissing,  ///< the store has no key for the vault that is there; never a reason for a new one
    KeyUnusable, ///< the store's key has the wrong size or does not fit; never overwritten
    HeaderDamaged,
    DatabaseMissing,
    DatabaseDamaged, ///< what is left of it can be saved
    NothingSaved,    ///< a salvage found nothing of it that is left
    NewerVersion,
    CannotWrite,
    DiskFull,
    AlreadyRunning,
    Internal,
};

/// What a person knows or has written down, and what opens a vault.
enum class Secret {
    Passphrase,
    Pin, ///< together with the key store's entry
    RecoveryCode,
};

/// The ways into the vault that is there.
struct Ways
{
    bool keychain = false; ///< opens by itself
    bool passphrase = false;
    bool pin = false;
    bool recovery = false;

    bool has(Secret secret) const;

    /// Whether nobody gets in who knows nothing: only then is a lock one.
    bool locks() const { return !keychain && (passphrase || pin); }

    bool operator==(const Ways &) const = default;
};

/// Where things stand. What the person sees follows from this alone.
enum class Phase {
    Starting,    ///< looking at the files
    FirstMinute, ///< no vault yet; nothing is made until the person keeps something
    Creating,    ///< a key is being stored, then the vault made
    NoKeyStore,  ///< no key could be kept by the platform: offers a passphrase, or another try; problem says
                 ///< why
    ReadingKey,  ///< the platform may be asking the person now
    Ask,         ///< for `asked`; `wrong` says that the last one was not right
    Checking,    ///< what was entered; the key store may be asked, too
    Opening,
    Unlocked,
    Closing,
    Salvaging,      ///< what is left of a damaged notes file is being saved
    Salvaged,       ///< the person sees what was saved and lost; Retry opens it
    ChoosingBackup, ///< to restore; a problem says that no key could be kept by the platform for it
    Restoring,      ///< a key is being stored, then the backup made the vault
    Erasing,        ///< everything; then it is as on the first day
    Renewing,       ///< the notes are closed and get a new key; then they are opened again
    Locked,
    Stuck, ///< a Problem; Retry looks again
};

/// Numbers each effect that will be answered; an answer carries it back, and
/// one that comes too late, after a lock say, is dropped.
using Epoch = std::uint64_t;

/// What happened.
namespace event {
struct Start
{}; ///< the process holds the lock
struct LockHeldElsewhere
{}; ///< the process does not hold the lock: another instance runs
struct Inspected
{
    Epoch epoch;
    Inspection inspection;
};
struct KeepFirst
{}; ///< the person keeps the first thing
struct KeyStored
{
    Epoch epoch;
    KeyStoreAnswer answer;
};
struct PassphraseChosen
{}; ///< for the new vault, where the platform keeps no key
struct Created
{
    Epoch epoch;
    std::optional<Error> error;
    domain::Uid vaultId{}; ///< where there is no error
};
struct KeyRead
{
    Epoch epoch;
    KeyStoreAnswer answer;
};
struct Use
{
    Secret secret;
}; ///< another way in than the one that is asked for, or that failed
struct SecretEntered
{};
struct SecretChecked
{
    Epoch epoch;
    std::optional<Error> error;
    qint64 waitMs = 0; ///< so long no further try is taken, from now on
};
struct Opened
{
    Epoch epoch;
    std::optional<Error> error;
};
/// While it was open, the database answered that it is damaged, and the person
/// wants to see to it.
struct DamageFound
{};
/// The person wants what is left of the damaged notes file.
struct SalvageRequested
{};
struct Salvaged
{
    Epoch epoch;
    std::optional<Error> error;
};
/// The person has a backup, and no vault or one that is closed, perhaps for good.
struct RestoreRequested
{};
/// The person has a backup and wants it in the place of the open vault, which
/// is closed for that. Who they are was asked before.
struct ReplaceRequested
{};
/// The person saw what is in it and wants it in the place of what is here.
struct RestoreConfirmed
{
    bool withPassphrase = false; ///< as its lock, where the platform keeps no key
};
struct Restored
{
    Epoch epoch;
    bool done = false; ///< else nothing has changed
    domain::Uid vaultId{};
};
struct LockRequested
{};
struct Closed
{
    Epoch epoch;
};
struct UnlockRequested
{}; ///< from Locked
struct Retry
{};
/// The person wants all of it gone, and was asked twice.
struct EraseRequested
{};
struct Erased
{
    Epoch epoch;
    std::optional<Error> error;
};
struct KeyRemoved
{
    Epoch epoch;
};
/// The person wants a new key for the open vault, and has shown who they are.
struct RenewRequested
{};
struct Renewed
{
    Epoch epoch;
    std::optional<Error> error;
    Ways ways{};         ///< where there is no error
    bool settled = true; ///< false after an error that left the file under either key
};
/// The open vault's slots were changed.
struct WaysChanged
{
    Ways ways;
};
} // namespace event

using Event =
    std::variant<event::Start, event::LockHeldElsewhere, event::Inspected, event::KeepFirst, event::KeyStored,
                 event::PassphraseChosen, event::Created, event::KeyRead, event::Use, event::SecretEntered,
                 event::SecretChecked, event::Opened, event::LockRequested, event::Closed,
                 event::UnlockRequested, event::Retry, event::DamageFound, event::SalvageRequested,
                 event::Salvaged, event::RestoreRequested, event::ReplaceRequested, event::RestoreConfirmed,
                 event::Restored, event::EraseRequested, event::Erased, event::KeyRemoved,
                 event::RenewRequested, event::Renewed, event::WaysChanged>;

/// What is to be done now, off the GUI thread, and how its end is told.
struct Effect
{
    enum Kind {
        InspectFiles,       ///< inspect() -> Inspected
        StoreNewKey,        ///< prepareFounding(), write its kek to the key store, read it back -> KeyStored
        CreateWithKeychain, ///< create() with that founding; keep the keys -> Created
        CreateWithPassphrase, ///< create() with a new founding's id and the chosen passphrase; keep the keys
                              ///< -> Created
        ReadKey,              ///< read keyStoreName(vaultId); keep it -> KeyRead
        CheckSecret,    ///< unless a try has to wait: unlock with the secret that was entered (and, for a
                        ///< PIN, the key that was read), count what was wrong, keep the keys -> SecretChecked
        OpenWithKek,    ///< unlock() with what was read, then openDatabase() -> Opened
        OpenWithKeys,   ///< openDatabase() with the keys that were kept -> Opened
        SalvageWithKek, ///< unlock() with what was read, then salvageVault() -> Salvaged
        SalvageWithKeys,       ///< salvageVault() with the keys that were kept -> Salvaged
        RestoreWithKeychain,   ///< restore() what was staged with that founding; keep the keys -> Restored
        RestoreWithPassphrase, ///< restore() with a new founding's id and the chosen passphrase; keep the
                               ///< keys -> Restored
        CloseVault,            ///< destroy what uses the database, close it -> Closed
        EraseFiles,            ///< eraseEverything() -> Erased
        RenewKey,              ///< rekey() with what was given for it; keep the keys -> Renewed
        RemoveKey,             ///< remove keyStoreName(vaultId), whatever the key store says -> KeyRemoved
        ForgetSecrets,         ///< wipe every founding, key and passphrase still held; not answered
    };

    Kind kind = InspectFiles;
    Epoch epoch = 0;
    domain::Uid vaultId{};              ///< of ReadKey and RemoveKey
    Secret secret = Secret::Passphrase; ///< of CheckSecret

    bool operator==(const Effect &) const = default;
};

struct State
{
    Phase phase = Phase::Starting;
    Problem problem = Problem::None;    ///< of Stuck and NoKeyStore, and of ChoosingBackup
    Secret asked = Secret::Passphrase;  ///< of Ask and Checking
    bool wrong = false;                 ///< of Ask
    qint64 waitMs = 0;                  ///< of Ask: so long no try is taken, from when the phase began
    Ways ways{};                        ///< into the vault that is there
    Problem keyProblem = Problem::None; ///< why the key store did not open it, until files are looked at
                                        ///< again: once another way did, its key can be put right

    bool operator==(const State &) const = default;
};

/// Decides what happens from the start to the unlocked vault and back.
///
/// Pure: events in, effects out; no clock, no disk, no thread, no secret. Every
/// pair of state and event is defined; an event that does not belong, or comes
/// too late, changes nothing and has no effect. An effect that makes a key or a
/// vault comes only after an inspection that found Nothing, or to restore a
/// backup after RestoreConfirmed; then what was there is set aside.
class Machine
{
public:
    /// Of the vault that was found or made last; names its entry in the key store.
    const domain::Uid &vaultId() const { return m_vaultId; }

    const State &state() const { return m_state; }

    /// The epoch of the last effect given out, for whoever wants to compare.
    Epoch epoch() const { return m_epoch; }

    /// Whether a backup is a way on from here: from every closed door that may stay closed. Not from the
    /// open vault, which is no dead end.
    bool canRestore() const;

    /// Whether a lock that is asked for now will come, if only when what runs
    /// is done: there is one, and notes are open, or were until a backup to
    /// replace them is chosen.
    bool canLock() const;

    std::vector<Effect> handle(const Event &event);

private:
    using Effects = std::vector<Effect>;

    Effects on(const event::Start &);
    Effects on(const event::LockHeldElsewhere &);
    Effects on(const event::Inspected &);
    Effects on(const event::KeepFirst &);
    Effects on(const event::KeyStored &);
    Effects on(const event::PassphraseChosen &);
    Effects on(const event::Created &);
    Effects on(const event::KeyRead &);
    Effects on(const event::Use &);
    Effects on(const event::SecretEntered &);
    Effects on(const event::SecretChecked &);
    Effects on(const event::Opened &);
    Effects on(const event::DamageFound &);
    Effects on(const event::SalvageRequested &);
    Effects on(const event::Salvaged &);
    Effects on(const event::RestoreRequested &);
    Effects on(const event::ReplaceRequested &);
    Effects on(const event::RestoreConfirmed &);
    Effects on(const event::Restored &);
    Effects on(const event::LockRequested &);
    Effects on(const event::Closed &);
    Effects on(const event::UnlockRequested &);
    Effects on(const event::Retry &);
    Effects on(const event::EraseRequested &);
    Effects on(const event::Erased &);
    Effects on(const event::KeyRemoved &);
    Effects on(const event::RenewRequested &);
    Effects on(const event::Renewed &);
    Effects on(const event::WaysChanged &);

    bool awaits(Effect::Kind kind, Epoch epoch) const;
    Effects enter(Phase phase, Effect::Kind effect);
    Effects inspectAgain();
    Effects rest(Phase phase, Problem problem = Problem::None);
    Effects ask(Secret secret);
    Effects keyFailed(Problem problem);

    State m_state;
    Epoch m_epoch = 0;
    bool m_hasLock = false;
    bool m_salvages = false;               ///< the way in is taken to salvage, not to open
    bool m_isDamaged = false;              ///< it is being closed for that
    bool m_locksAfterwards = false;        ///< a lock came while the key was being renewed
    bool m_isReplaced = false;             ///< it is being closed for a backup
    bool m_replaces = false;               ///< the backup is chosen for the vault that was open
    std::optional<Effect::Kind> m_awaited; ///< the effect whose answer is due
    domain::Uid m_vaultId;
};

/// The screen for a failure.
Problem problemOf(const Error &error);
Problem problemOf(KeyStoreAnswer answer);

} // namespace rapport::vault
