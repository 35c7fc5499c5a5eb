// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because each way through the door is a row of one table.
#include <functional>

#include <QSet>
#include <QTest>

#include "core/vault/Machine.h"

using namespace rapport::vault;

namespace {

Inspection nothing()
{
    return {.finding = Inspection::Nothing};
}

Inspection vaultWith(bool keychain, bool passphrase, bool pin = false, bool recovery = false)
{
    return {.finding = Inspection::Vault,
            .keychain = keychain,
            .passphrase = passphrase,
            .pin = pin,
            .recovery = recovery};
}

constexpr std::array allSecrets{Secret::Passphrase, Secret::Pin, Secret::RecoveryCode};

Inspection failure(Error::Kind kind)
{
    return {.finding = Inspection::Failed, .error = {kind}};
}

constexpr std::array allErrors{Error::WrongKey,        Error::HeaderDamaged, Error::DatabaseMissing,
                               Error::DatabaseDamaged, Error::NewerVersion,  Error::CannotWrite,
                               Error::DiskFull,        Error::NotFirstRun,   Error::AlreadyRunning,
                               Error::Cancelled,       Error::Internal};
constexpr std::array allAnswers{
    KeyStoreAnswer::Ok,     KeyStoreAnswer::EntryMissing, KeyStoreAnswer::Unavailable, KeyStoreAnswer::Locked,
    KeyStoreAnswer::Denied, KeyStoreAnswer::TimedOut,     KeyStoreAnswer::Unusable};

/// Every event there is, with every content that makes a difference.
std::vector<Event> allEvents(Epoch epoch)
{
    std::vector<Event> events{
        event::RestoreRequested{},     event::RestoreConfirmed{false},
        event::RestoreConfirmed{true}, event::Restored{epoch, true},
        event::Restored{epoch, false}, event::DamageFound{},
        event::SalvageRequested{},     event::Start{},
        event::LockHeldElsewhere{},    event::KeepFirst{},
        event::PassphraseChosen{},     event::SecretEntered{},
        event::LockRequested{},        event::Closed{epoch},
        event::UnlockRequested{},      event::Retry{},
        event::EraseRequested{},       event::KeyRemoved{epoch},
        event::ReplaceRequested{},     event::WaysChanged{{.pin = true}},
        event::RenewRequested{},       event::Renewed{epoch, Error{Error::CannotWrite}, {}, false}};
    for (const auto &found :
         {nothing(), vaultWith(true, false), vaultWith(false, true), vaultWith(true, true),
          vaultWith(false, false), vaultWith(false, true, true, true), vaultWith(false, false, false, true)})
        events.push_back(event::Inspected{epoch, found});
    for (const auto secret : allSecrets)
        events.push_back(event::Use{secret});
    for (const auto answer : allAnswers) {
        events.push_back(event::KeyStored{epoch, answer});
        events.push_back(event::KeyRead{epoch, answer});
    }
    std::vector<std::optional<Error>> outcomes{std::nullopt};
    for (const auto kind : allErrors) {
        outcomes.push_back(Error{kind});
        events.push_back(event::Inspected{epoch, failure(kind)});
    }
    for (const auto &outcome : outcomes) {
        events.push_back(event::Created{epoch, outcome});
        events.push_back(event::SecretChecked{epoch, outcome, outcome ? 30'000 : 0});
        events.push_back(event::Opened{epoch, outcome});
        events.push_back(event::Erased{epoch, outcome});
        events.push_back(event::Salvaged{epoch, outcome});
        events.push_back(event::Renewed{epoch, outcome, {.passphrase = true}});
    }
    return events;
}

bool makesSomething(const Effect &effect)
{
    return effect.kind == Effect::CreateWithKeychain || effect.kind == Effect::CreateWithPassphrase;
}

bool restoresSomething(const Effect &effect)
{
    return effect.kind == Effect::RestoreWithKeychain || effect.kind == Effect::RestoreWithPassphrase;
}

/// What the walk knows of the disk, apart from the machine.
enum class Known { Unknown, Empty, HasVault };

/// What the walk knows, from the events that were taken up alone.
struct Knowledge
{
    Known disk = Known::Unknown;
    bool confirmed = false; ///< the person wants a backup restored, and only the key store answered since
};

struct Walk
{
    qint64 steps = 0;
    QSet<int> phases;
    QStringList faults;

    void from(const Machine &machine, const Knowledge &known, int depth);
    void check(const Machine &before, const Machine &after, const std::vector<Effect> &effects,
               const Knowledge &known);
};

/// What an event tells about the disk, if the machine was waiting to hear it.
Known diskAfter(const Event &event, Known disk)
{
    if (const auto *seen = std::get_if<event::Inspected>(&event))
        return seen->inspection.finding == Inspection::Nothing ? Known::Empty : Known::HasVault;
    if (const auto *erased = std::get_if<event::Erased>(&event); erased && !erased->error)
        return Known::Unknown;
    if (const auto *made = std::get_if<event::Created>(&event))
        return made->error ? disk : Known::HasVault;
    if (const auto *restored = std::get_if<event::Restored>(&event))
        return restored->done ? Known::HasVault : disk;
    return disk;
}

Knowledge knownAfter(const Event &event, const Knowledge &known)
{
    const bool wants = std::holds_alternative<event::RestoreConfirmed>(event);
    const bool keyComes = known.confirmed && std::holds_alternative<event::KeyStored>(event);
    return {diskAfter(event, known.disk), wants || keyComes};
}

void Walk::check(const Machine &before, const Machine &after, const std::vector<Effect> &effects,
                 const Knowledge &known)
{
    const bool changed = !(before.state() == after.state()) || before.epoch() != after.epoch();
    if (effects.empty() && changed)
        faults << QStringLiteral("changed without an effect");
    int answered = 0;
    for (const Effect &effect : effects) {
        if (makesSomething(effect) && (known.disk != Known::Empty || known.confirmed))
            faults << QStringLiteral("makes a vault though the disk is not known to be empty");
        if (effect.kind == Effect::StoreNewKey && known.disk != Known::Empty && !known.confirmed)
            faults << QStringLiteral("makes a key though there may be a vault and no backup is wanted");
        if (restoresSomething(effect) && !known.confirmed)
            faults << QStringLiteral("restores what nobody confirmed");
        if (effect.kind != Effect::ForgetSecrets)
            ++answered;
        if (effect.kind != Effect::ForgetSecrets && effect.epoch != after.epoch())
            faults << QStringLiteral("effect with an old epoch");
    }
    if (answered > 1)
        faults << QStringLiteral("two answers due at once");
    const bool hasProblem = after.state().problem != Problem::None;
    const bool mustHave = after.state().phase == Phase::Stuck || after.state().phase == Phase::NoKeyStore;
    const bool mayHave = mustHave || after.state().phase == Phase::ChoosingBackup;
    if ((hasProblem && !mayHave) || (!hasProblem && mustHave))
        faults << QStringLiteral("a problem without its screen, or the other way round");
    const bool asks = after.state().phase == Phase::Ask;
    if ((after.state().wrong || after.state().waitMs != 0) && !asks)
        faults << QStringLiteral("a wrong secret outside its screen");
    if (asks && !after.state().ways.has(after.state().asked))
        faults << QStringLiteral("asks for what opens nothing");
    const auto checks = [](const Effect &effect) { return effect.kind == Effect::CheckSecret; };
    if (std::any_of(effects.begin(), effects.end(), checks) && before.state().phase == Phase::Ask &&
        before.state().asked == Secret::Pin)
        faults << QStringLiteral("checks a PIN without the key store's part");
}

void Walk::from(const Machine &machine, const Knowledge &known, int depth)
{
    phases.insert(static_cast<int>(machine.state().phase));
    if (depth == 0)
        return;
    for (const Event &event : allEvents(machine.epoch())) {
        Machine next = machine;
        const auto effects = next.handle(event);
        ++steps;
        const bool taken = !effects.empty();
        const Knowledge after = taken ? knownAfter(event, known) : known;
        check(machine, next, effects, after);
        if (taken)
            from(next, after, depth - 1);
    }
}

/// A machine after some events; each answer gets the epoch that is due.
Machine after(const std::vector<std::function<Event(Epoch)>> &events)
{
    Machine machine;
    for (const auto &make : events)
        machine.handle(make(machine.epoch()));
    return machine;
}

template<typename E>
std::function<Event(Epoch)> tells()
{
    return [](Epoch) -> Event { return E{}; };
}

std::function<Event(Epoch)> uses(Secret secret)
{
    return [secret](Epoch) -> Event { return event::Use{secret}; };
}

std::function<Event(Epoch)> checked(std::optional<Error> error = {}, qint64 waitMs = 0)
{
    return [error, waitMs](Epoch epoch) -> Event { return event::SecretChecked{epoch, error, waitMs}; };
}

std::function<Event(Epoch)> inspected(const Inspection &found)
{
    return [found](Epoch epoch) -> Event { return event::Inspected{epoch, found}; };
}

std::function<Event(Epoch)> stored(KeyStoreAnswer answer)
{
    return [answer](Epoch epoch) -> Event { return event::KeyStored{epoch, answer}; };
}

std::function<Event(Epoch)> read(KeyStoreAnswer answer)
{
    return [answer](Epoch epoch) -> Event { return event::KeyRead{epoch, answer}; };
}

template<typename E>
std::function<Event(Epoch)> ends(std::optional<Error> error = {})
{
    return [error](Epoch epoch) -> Event { return E{epoch, error}; };
}

std::function<Event(Epoch)> renewed(std::optional<Error> error = {}, bool settled = true)
{
    return [error, settled](Epoch epoch) -> Event {
        return event::Renewed{epoch, error, {.keychain = true, .recovery = true}, settled};
    };
}

std::function<Event(Epoch)> confirmsWithPassphrase()
{
    return [](Epoch) -> Event { return event::RestoreConfirmed{true}; };
}

std::function<Event(Epoch)> restored(bool done)
{
    return [done](Epoch epoch) -> Event { return event::Restored{epoch, done}; };
}

using Story = std::vector<std::function<Event(Epoch)>>;

Story plus(Story story, const Story &more)
{
    story.insert(story.end(), more.begin(), more.end());
    return story;
}

const Story start{tells<event::Start>()};
const Story firstMinute = plus(start, {inspected(nothing())});
const Story storing = plus(firstMinute, {tells<event::KeepFirst>()});
const Story creating = plus(storing, {stored(KeyStoreAnswer::Ok)});
const Story noKeyStore = plus(storing, {stored(KeyStoreAnswer::Unavailable)});
const Story creatingByPassphrase = plus(noKeyStore, {tells<event::PassphraseChosen>()});
const Story reading = plus(start, {inspected(vaultWith(true, false))});
const Story readingBoth = plus(start, {inspected(vaultWith(true, true))});
const Story opening = plus(reading, {read(KeyStoreAnswer::Ok)});
const Story unlocked = plus(opening, {ends<event::Opened>()});
const Story closing = plus(unlocked, {tells<event::LockRequested>()});
const Story locked = plus(closing, {[](Epoch epoch) -> Event { return event::Closed{epoch}; }});
const Story erasing = plus(
    unlocked, {tells<event::EraseRequested>(), [](Epoch epoch) -> Event { return event::Closed{epoch}; }});
const Story removingKey = plus(erasing, {ends<event::Erased>()});
const Story renewing = plus(
    unlocked, {tells<event::RenewRequested>(), [](Epoch epoch) -> Event { return event::Closed{epoch}; }});
const Story damaged = plus(opening, {ends<event::Opened>(Error{Error::DatabaseDamaged})});
const Story seeingToIt = plus(damaged, {tells<event::SalvageRequested>()});
const Story salvaging = plus(seeingToIt, {inspected(vaultWith(true, false)), read(KeyStoreAnswer::Ok)});
const Story salvaged = plus(salvaging, {ends<event::Salvaged>()});
const Story choosingBackup = plus(damaged, {tells<event::RestoreRequested>()});
const Story replacing = plus(unlocked, {tells<event::ReplaceRequested>()});
const Story replacingClosed = plus(replacing, {[](Epoch epoch) -> Event { return event::Closed{epoch}; }});
const Story storingForBackup = plus(choosingBackup, {tells<event::RestoreConfirmed>()});
const Story restoring = plus(storingForBackup, {stored(KeyStoreAnswer::Ok)});
const Story restoringByPassphrase =
    plus(storingForBackup, {stored(KeyStoreAnswer::Unavailable), confirmsWithPassphrase()});
const Story asking = plus(start, {inspected(vaultWith(false, true))});
const Story checking = plus(asking, {tells<event::SecretEntered>()});
const Story askingPin = plus(start, {inspected(vaultWith(false, false, true, true))});
const Story readingForPin = plus(askingPin, {tells<event::SecretEntered>()});
const Story checkingPin = plus(readingForPin, {read(KeyStoreAnswer::Ok)});
const Story stuckWithPassphrase = plus(readingBoth, {read(KeyStoreAnswer::TimedOut)});

} // namespace

Q_DECLARE_METATYPE(Story)

class MachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void story_data();
    void story();
    void lateAnswers_data();
    void lateAnswers();
    void walk();
    void everyErrorHasItsScreen();
    void whatIsAsked();
    void theKeyThatGoesIsTheVaultsOwn();
    void storeAnswersHaveTheirScreens();
};

void MachineTest::story_data()
{
    QTest::addColumn<Story>("events");
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const Story &story, Phase phase, Problem problem = Problem::None) {
        QTest::newRow(name) << story << static_cast<int>(phase) << static_cast<int>(problem);
    };
    const auto fails = [](Error::Kind kind) { return std::optional<Error>{Error{kind}}; };
    row("just made", {}, Phase::Starting);
    row("started", start, Phase::Starting);
    row("another instance runs", {tells<event::LockHeldElsewhere>()}, Phase::Stuck, Problem::AlreadyRunning);
    row("retry without the lock", {tells<event::LockHeldElsewhere>(), tells<event::Retry>()}, Phase::Stuck,
        Problem::AlreadyRunning);
    row("the lock comes after all", {tells<event::LockHeldElsewhere>(), tells<event::Start>()},
        Phase::Starting);
    row("no vault", firstMinute, Phase::FirstMinute);
    row("keeps the first thing", storing, Phase::Creating);
    row("key stored", creating, Phase::Creating);
    row("made", plus(creating, {ends<event::Created>()}), Phase::Opening);
    row("made and open", plus(creating, {ends<event::Created>(), ends<event::Opened>()}), Phase::Unlocked);
    row("disk full while making", plus(creating, {ends<event::Created>(fails(Error::DiskFull))}),
        Phase::Stuck, Problem::DiskFull);
    row("tried again after that",
        plus(creating,
             {ends<event::Created>(fails(Error::DiskFull)), tells<event::Retry>(), inspected(nothing())}),
        Phase::FirstMinute);
    row("no key store", noKeyStore, Phase::NoKeyStore, Problem::KeyStoreUnavailable);
    row("the store forgets at once", plus(storing, {stored(KeyStoreAnswer::EntryMissing)}), Phase::NoKeyStore,
        Problem::KeyMissing);
    row("key store tried again", plus(noKeyStore, {tells<event::Retry>()}), Phase::Creating);
    row("passphrase instead", creatingByPassphrase, Phase::Creating);
    row("passphrase vault made", plus(creatingByPassphrase, {ends<event::Created>(), ends<event::Opened>()}),
        Phase::Unlocked);
    row("a vault with a key", reading, Phase::ReadingKey);
    row("key read", opening, Phase::Opening);
    row("open", unlocked, Phase::Unlocked);
    row("entry missing", plus(reading, {read(KeyStoreAnswer::EntryMissing)}), Phase::Stuck,
        Problem::KeyMissing);
    row("entry missing, keep does nothing",
        plus(reading, {read(KeyStoreAnswer::EntryMissing), tells<event::KeepFirst>(),
                       tells<event::PassphraseChosen>()}),
        Phase::Stuck, Problem::KeyMissing);
    row("key does not fit", plus(opening, {ends<event::Opened>(fails(Error::WrongKey))}), Phase::Stuck,
        Problem::KeyUnusable);
    row("retry looks again",
        plus(opening, {ends<event::Opened>(fails(Error::WrongKey)), tells<event::Retry>()}), Phase::Starting);
    row("notes file held elsewhere, tried again",
        plus(opening, {ends<event::Opened>(fails(Error::AlreadyRunning)), tells<event::Retry>()}),
        Phase::Starting);
    row("header damaged", plus(start, {inspected(failure(Error::HeaderDamaged))}), Phase::Stuck,
        Problem::HeaderDamaged);
    row("only slots of a later version", plus(start, {inspected(vaultWith(false, false))}), Phase::Stuck,
        Problem::NewerVersion);
    row("asks for the passphrase", asking, Phase::Ask);
    row("checks it", checking, Phase::Checking);
    row("not right", plus(checking, {checked(fails(Error::WrongKey))}), Phase::Ask);
    row("right", plus(checking, {checked()}), Phase::Opening);
    row("store hangs", stuckWithPassphrase, Phase::Stuck, Problem::KeyStoreTimedOut);
    row("then by passphrase", plus(stuckWithPassphrase, {uses(Secret::Passphrase)}), Phase::Ask);
    row("no passphrase to use", plus(reading, {read(KeyStoreAnswer::TimedOut), uses(Secret::Passphrase)}),
        Phase::Stuck, Problem::KeyStoreTimedOut);
    row("asks for the PIN", askingPin, Phase::Ask);
    row("reads the key store's part", readingForPin, Phase::Checking);
    row("checks the PIN", checkingPin, Phase::Checking);
    row("PIN right", plus(checkingPin, {checked()}), Phase::Opening);
    row("PIN not right", plus(checkingPin, {checked(fails(Error::WrongKey), 30'000)}), Phase::Ask);
    row("PIN without a key store", plus(readingForPin, {read(KeyStoreAnswer::Locked)}), Phase::Stuck,
        Problem::KeyStoreLocked);
    row("then by the recovery code",
        plus(readingForPin, {read(KeyStoreAnswer::Locked), uses(Secret::RecoveryCode)}), Phase::Ask);
    row("recovery code instead of the PIN",
        plus(askingPin, {uses(Secret::RecoveryCode), tells<event::SecretEntered>()}), Phase::Checking);
    row("back from the recovery code", plus(askingPin, {uses(Secret::RecoveryCode), tells<event::Retry>()}),
        Phase::Starting);
    row("a passphrase that is not there", plus(askingPin, {uses(Secret::Passphrase)}), Phase::Ask);
    row("only a recovery code", plus(start, {inspected(vaultWith(false, false, false, true))}), Phase::Ask);
    row("damaged", damaged, Phase::Stuck, Problem::DatabaseDamaged);
    row("asks for the keys again", seeingToIt, Phase::Starting);
    row("salvages", salvaging, Phase::Salvaging);
    row("salvages by a passphrase",
        plus(seeingToIt, {inspected(vaultWith(false, true)), tells<event::SecretEntered>(), checked()}),
        Phase::Salvaging);
    row("salvages after a wrong one",
        plus(seeingToIt, {inspected(vaultWith(false, true)), tells<event::SecretEntered>(),
                          checked(Error{Error::WrongKey}), tells<event::SecretEntered>(), checked()}),
        Phase::Salvaging);
    row("opens after all",
        plus(seeingToIt, {inspected(vaultWith(false, true)), tells<event::Retry>(),
                          inspected(vaultWith(false, true)), tells<event::SecretEntered>(), checked()}),
        Phase::Opening);
    row("saved", salvaged, Phase::Salvaged);
    row("saved and opened",
        plus(salvaged, {tells<event::Retry>(), inspected(vaultWith(true, false)), read(KeyStoreAnswer::Ok)}),
        Phase::Opening);
    row("salvage stopped", plus(salvaging, {ends<event::Salvaged>(Error{Error::Cancelled})}), Phase::Stuck,
        Problem::DatabaseDamaged);
    row("nothing to save", plus(salvaging, {ends<event::Salvaged>(Error{Error::DatabaseDamaged})}),
        Phase::Stuck, Problem::NothingSaved);
    row("no room to save", plus(salvaging, {ends<event::Salvaged>(Error{Error::DiskFull})}), Phase::Stuck,
        Problem::DiskFull);
    row("only what is damaged is salvaged",
        plus(reading, {read(KeyStoreAnswer::TimedOut), tells<event::SalvageRequested>()}), Phase::Stuck,
        Problem::KeyStoreTimedOut);
    row("a backup instead of the first thing", plus(firstMinute, {tells<event::RestoreRequested>()}),
        Phase::ChoosingBackup);
    row("a backup for a damaged file", choosingBackup, Phase::ChoosingBackup);
    row("a backup for a key that is gone",
        plus(reading, {read(KeyStoreAnswer::EntryMissing), tells<event::RestoreRequested>()}),
        Phase::ChoosingBackup);
    row("a backup although a passphrase would open it: nobody may know it any more",
        plus(readingBoth, {read(KeyStoreAnswer::EntryMissing), tells<event::RestoreRequested>()}),
        Phase::ChoosingBackup);
    row("a backup for a passphrase that is forgotten",
        plus(readingBoth, {read(KeyStoreAnswer::EntryMissing), uses(Secret::Passphrase),
                           tells<event::RestoreRequested>()}),
        Phase::ChoosingBackup);
    row("a backup where there is no key store any more",
        plus(reading, {read(KeyStoreAnswer::Unavailable), tells<event::RestoreRequested>()}),
        Phase::ChoosingBackup);
    row("no backup for a key store that hangs",
        plus(reading, {read(KeyStoreAnswer::TimedOut), tells<event::RestoreRequested>()}), Phase::Stuck,
        Problem::KeyStoreTimedOut);
    row("no backup without the lock", {tells<event::LockHeldElsewhere>(), tells<event::RestoreRequested>()},
        Phase::Stuck, Problem::AlreadyRunning);
    row("no backup into an open vault", plus(unlocked, {tells<event::RestoreRequested>()}), Phase::Unlocked);
    row("a backup for the open vault closes it first", replacing, Phase::Closing);
    row("a backup for the open vault", replacingClosed, Phase::ChoosingBackup);
    row("a lock while it closes for a backup", plus(replacing, {tells<event::LockRequested>()}),
        Phase::Closing);
    row("the open one after all",
        plus(replacingClosed,
             {tells<event::Retry>(), inspected(vaultWith(true, false)), read(KeyStoreAnswer::Ok)}),
        Phase::Opening);
    row("the locked one after all",
        plus(replacingClosed, {tells<event::Retry>(), inspected(vaultWith(false, true))}), Phase::Ask);
    row("the backup in its place",
        plus(replacingClosed, {tells<event::RestoreConfirmed>(), stored(KeyStoreAnswer::Ok), restored(true),
                               ends<event::Opened>()}),
        Phase::Unlocked);
    row("a later lock is one again",
        plus(replacingClosed, {tells<event::Retry>(), inspected(vaultWith(true, false)),
                               read(KeyStoreAnswer::Ok), ends<event::Opened>(), tells<event::LockRequested>(),
                               [](Epoch epoch) -> Event { return event::Closed{epoch}; }}),
        Phase::Locked);
    row("nothing that is locked is replaced", plus(locked, {tells<event::ReplaceRequested>()}),
        Phase::Locked);
    row("no backup after all", plus(choosingBackup, {tells<event::Retry>()}), Phase::Starting);
    row("keeps the key of what is restored", storingForBackup, Phase::Restoring);
    row("restores", restoring, Phase::Restoring);
    row("a lock does not stop the restore", plus(restoring, {tells<event::LockRequested>()}),
        Phase::Restoring);
    row("restored", plus(restoring, {restored(true)}), Phase::Opening);
    row("restored and open", plus(restoring, {restored(true), ends<event::Opened>()}), Phase::Unlocked);
    row("not restored", plus(restoring, {restored(false)}), Phase::ChoosingBackup);
    row("no key store for what is restored", plus(storingForBackup, {stored(KeyStoreAnswer::Unavailable)}),
        Phase::ChoosingBackup, Problem::KeyStoreUnavailable);
    row("no passphrase where the key store was not asked", plus(choosingBackup, {confirmsWithPassphrase()}),
        Phase::ChoosingBackup);
    row("restores under a passphrase", restoringByPassphrase, Phase::Restoring);
    row("restored under a passphrase", plus(restoringByPassphrase, {restored(true)}), Phase::Opening);
    row("damage while open", plus(unlocked, {tells<event::DamageFound>()}), Phase::Closing);
    row("damage while open, closed",
        plus(unlocked,
             {tells<event::DamageFound>(), [](Epoch epoch) -> Event { return event::Closed{epoch}; }}),
        Phase::Stuck, Problem::DatabaseDamaged);
    row("lock", closing, Phase::Closing);
    row("locked", locked, Phase::Locked);
    row("erases", erasing, Phase::Erasing);
    row("erased, but the files resist", plus(erasing, {ends<event::Erased>(fails(Error::CannotWrite))}),
        Phase::Stuck, Problem::CannotWrite);
    row("takes the key away, too", removingKey, Phase::Erasing);
    row("looks whether all is gone",
        plus(removingKey, {[](Epoch epoch) -> Event { return event::KeyRemoved{epoch}; }}), Phase::Starting);
    row("a lock does not stop it", plus(erasing, {tells<event::LockRequested>()}), Phase::Erasing);
    row("erases nothing that is locked", plus(locked, {tells<event::EraseRequested>()}), Phase::Locked);
    row("closes for a new key", plus(unlocked, {tells<event::RenewRequested>()}), Phase::Renewing);
    row("renews the key", renewing, Phase::Renewing);
    row("renewed", plus(renewing, {renewed()}), Phase::Opening);
    row("renewed and open", plus(renewing, {renewed(), ends<event::Opened>()}), Phase::Unlocked);
    row("not renewed, open as before",
        plus(renewing, {renewed(fails(Error::DiskFull)), ends<event::Opened>()}), Phase::Unlocked);
    row("under either key", plus(renewing, {renewed(fails(Error::CannotWrite), false)}), Phase::Starting);
    row("a lock waits for the new key", plus(renewing, {tells<event::LockRequested>()}), Phase::Renewing);
    row("and then holds", plus(renewing, {tells<event::LockRequested>(), renewed()}), Phase::Locked);
    row("a lock that waited holds once",
        plus(renewing, {tells<event::LockRequested>(), renewed(), tells<event::UnlockRequested>(),
                        inspected(vaultWith(true, false)), read(KeyStoreAnswer::Ok), ends<event::Opened>(),
                        tells<event::RenewRequested>(),
                        [](Epoch epoch) -> Event { return event::Closed{epoch}; }, renewed()}),
        Phase::Opening);
    row("renews nothing that is locked", plus(locked, {tells<event::RenewRequested>()}), Phase::Locked);
    row("lock while opening", plus(opening, {tells<event::LockRequested>()}), Phase::Closing);
    row("lock while reading", plus(reading, {tells<event::LockRequested>()}), Phase::Closing);
    row("lock while checking", plus(checking, {tells<event::LockRequested>()}), Phase::Closing);
    row("lock while making is not heard", plus(creating, {tells<event::LockRequested>()}), Phase::Creating);
    row("unlock again", plus(locked, {tells<event::UnlockRequested>()}), Phase::Starting);
}

void MachineTest::story()
{
    QFETCH(Story, events);
    const Machine machine = after(events);
    QTEST(static_cast<int>(machine.state().phase), "phase");
    QTEST(static_cast<int>(machine.state().problem), "problem");
}

void MachineTest::lateAnswers_data()
{
    QTest::addColumn<Story>("before");
    QTest::addColumn<Story>("late");
    const Story lock{tells<event::LockRequested>()};
    QTest::newRow("opened after a lock") << plus(opening, lock) << Story{ends<event::Opened>()};
    QTest::newRow("key read after a lock") << plus(reading, lock) << Story{read(KeyStoreAnswer::Ok)};
    QTest::newRow("passphrase right after a lock") << plus(checking, lock) << Story{checked()};
    QTest::newRow("closed twice") << locked
                                  << Story{[](Epoch epoch) -> Event { return event::Closed{epoch}; }};
    QTest::newRow("inspected twice") << firstMinute << Story{inspected(vaultWith(true, false))};
    QTest::newRow("restored twice") << plus(restoring, {restored(true)}) << Story{restored(true)};
    QTest::newRow("stored twice") << noKeyStore << Story{stored(KeyStoreAnswer::Ok)};
}

void MachineTest::lateAnswers()
{
    QFETCH(Story, before);
    QFETCH(Story, late);
    Machine machine = after(before);
    const State state = machine.state();
    for (const Epoch epoch : {machine.epoch(), machine.epoch() - 1, Epoch{0}}) {
        QVERIFY(machine.handle(late.front()(epoch)).empty());
        QVERIFY(machine.state() == state);
    }
}

// Every sequence of events that the machine takes up, to a depth beyond each
// way through it; the events that it does not take up are tried at each step.
void MachineTest::walk()
{
    Walk walk;
    walk.from(Machine(), {}, 7);
    walk.from(after(salvaging), {Known::HasVault}, 5); // it lies deeper
    walk.faults.removeDuplicates();
    qInfo("%lld steps, keys or vaults made where one exists: %lld", walk.steps,
          static_cast<long long>(walk.faults.size()));
    QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(QLatin1String("; "))));
    QCOMPARE(walk.phases.size(), static_cast<int>(Phase::Stuck) + 1); // none was left out
}

void MachineTest::everyErrorHasItsScreen()
{
    for (const auto kind : allErrors)
        QVERIFY(problemOf(Error{kind}) != Problem::None);
}

void MachineTest::whatIsAsked()
{
    Machine machine = after(checkingPin);
    QCOMPARE(machine.state().asked, Secret::Pin);
    machine.handle(checked(Error{Error::WrongKey}, 30'000)(machine.epoch()));
    QVERIFY(machine.state().wrong);
    QCOMPARE(machine.state().waitMs, 30'000);
    const auto effects = machine.handle(event::Use{Secret::RecoveryCode});
    QVERIFY(!effects.empty());
    QCOMPARE(machine.state().asked, Secret::RecoveryCode);
    QVERIFY(!machine.state().wrong);
    QCOMPARE(machine.handle(event::SecretEntered{}).front().secret, Secret::RecoveryCode);

    // Once another way opened it, the key store's key can be put right.
    const Machine repairable =
        after(plus(readingBoth, {read(KeyStoreAnswer::EntryMissing), uses(Secret::Passphrase),
                                 tells<event::SecretEntered>(), checked(), ends<event::Opened>()}));
    QCOMPARE(repairable.state().phase, Phase::Unlocked);
    QCOMPARE(repairable.state().keyProblem, Problem::KeyMissing);
    QVERIFY(!repairable.state().ways.locks());
    QVERIFY(after(checkingPin).state().ways.locks());
    QCOMPARE(after(unlocked).state().keyProblem, Problem::None);
    // What the renewed key is wrapped for, and what was there where it was not renewed.
    QVERIFY(after(plus(renewing, {renewed()})).state().ways.recovery);
    QVERIFY(!after(plus(renewing, {renewed(Error{Error::DiskFull})})).state().ways.recovery);
}

void MachineTest::theKeyThatGoesIsTheVaultsOwn()
{
    const auto uid = [](char content) { return *rapport::domain::Uid::fromBytes(QByteArray(16, content)); };
    const Story erase{tells<event::EraseRequested>(),
                      [](Epoch epoch) -> Event { return event::Closed{epoch}; }};
    const auto removed = [&](const Story &story) {
        Machine machine = after(plus(story, erase));
        const auto effects = machine.handle(event::Erased{machine.epoch(), {}});
        return effects.front().kind == Effect::RemoveKey ? effects.front().vaultId : rapport::domain::Uid();
    };
    const auto made = [&](Epoch epoch) -> Event { return event::Created{epoch, {}, uid('m')}; };
    QCOMPARE(removed(plus(creating, {made, ends<event::Opened>()})), uid('m'));
    auto found = vaultWith(true, false);
    found.vaultId = uid('f');
    QCOMPARE(removed(plus(start, {inspected(found), read(KeyStoreAnswer::Ok), ends<event::Opened>()})),
             uid('f'));
}

void MachineTest::storeAnswersHaveTheirScreens()
{
    QSet<int> problems;
    for (const auto answer : allAnswers) {
        if (answer == KeyStoreAnswer::Ok)
            continue;
        const Machine machine = after(plus(reading, {read(answer)}));
        QCOMPARE(machine.state().phase, Phase::Stuck);
        problems.insert(static_cast<int>(machine.state().problem));
    }
    QCOMPARE(problems.size(), static_cast<int>(allAnswers.size()) - 1);
}

QTEST_GUILESS_MAIN(MachineTest)
#include "tst_machine.moc"
