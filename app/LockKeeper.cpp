// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/LockKeeper.h"

#include "app/KeyStoreAnswers.h"
#include "app/ProblemSentences.h"
#include "core/vault/Attempts.h"
#include "core/vault/Pin.h"

namespace rapport::app {

namespace {

using platform::KeyStore;
using vault::Protector;
using vault::SlotType;

constexpr std::size_t keySize = 32;

/// Which ways there are once a change has been made.
vault::Ways after(vault::Ways ways, const vault::SlotChange &change)
{
    const auto set = [&ways](SlotType type, bool there) {
        switch (type) {
        case SlotType::Keychain:
            ways.keychain = there;
            break;
        case SlotType::Passphrase:
            ways.passphrase = there;
            break;
        case SlotType::Pin:
            ways.pin = there;
            break;
        case SlotType::Recovery:
            ways.recovery = there;
            break;
        case SlotType::Biometric:
            break;
        }
    };
    for (const SlotType type : change.remove)
        set(type, false);
    for (const Protector &protector : change.put) {
        // A PIN and a slot that opens with the key store alone exclude each other.
        if (protector.type == SlotType::Pin)
            set(SlotType::Keychain, false);
        if (protector.type == SlotType::Keychain)
            set(SlotType::Pin, false);
        set(protector.type, true);
    }
    return ways;
}

} // namespace

LockKeeper::LockKeeper(const VaultDoor &door, StepUp &stepUp, QObject *parent)
    : QObject(parent)
    , m_door(door)
    , m_stepUp(stepUp)
{}

LockKeeper::~LockKeeper()
{
    m_door.parts.worker.wait();
}

LockKeeper::Lock LockKeeper::lock() const
{
    if (m_door.ways.keychain)
        return NoLock;
    return m_door.ways.pin ? Pin : Passphrase;
}

bool LockKeeper::canRenewKey() const
{
    return !keyStoreNeedsRepair() && m_stepUp.usualQuestion() != StepUp::RecoveryCode;
}

bool LockKeeper::begin()
{
    if (m_state == Changing || !m_stepUp.keys())
        return false;
    m_state = Changing;
    m_problem.clear();
    Q_EMIT stateChanged();
    return true;
}

void LockKeeper::fail(const QString &problem)
{
    m_state = Ready;
    m_problem = problem;
    Q_EMIT stateChanged();
}

void LockKeeper::forgetProblem()
{
    if (m_problem.isEmpty())
        return;
    m_problem.clear();
    Q_EMIT stateChanged();
}

/// The key store's part: what is there, or a new one where it says that there
/// is none. Any 32 bytes will do that it keeps, so none of its own is replaced.
void LockKeeper::withKeyStoreKey(MakeChange make)
{
    m_door.parts.keyStore.read(
        vault::keyStoreName(m_door.vaultId), this,
        [this, make = std::move(make)](KeyStore::Result result, std::span<const std::byte> kek) {
            // The vault is open, so an entry that is missing here is no sign of
            // a new user and costs nobody a vault.
            if (result == KeyStore::Result::NotFound ||
                (result == KeyStore::Result::Ok && kek.size() != keySize))
                return storeNewKey(make);
            if (result != KeyStore::Result::Ok)
                return fail(problemSentences(vault::problemOf(answerOf(result))).text);
            apply(make(vault::SecretBytes::copyOf(kek)));
        });
}

void LockKeeper::storeNewKey(const MakeChange &make)
{
    const auto kek = std::make_shared<vault::SecretBytes>(keySize);
    if (kek->isEmpty())
        return fail(problemSentences(vault::Problem::Internal).text);
    m_door.parts.random.fill(kek->bytes());
    m_door.parts.keyStore.write(
        vault::keyStoreName(m_door.vaultId), kek->bytes(), this, [this, kek, make](KeyStore::Result result) {
            if (result != KeyStore::Result::Ok)
                return fail(problemSentences(vault::problemOf(answerOf(result))).text);
            apply(make(std::move(*kek)));
        });
}

void LockKeeper::apply(const Change &change)
{
    const auto keys = m_stepUp.sharedKeys();
    if (!keys) // two minutes were over meanwhile
        return fail(tr("Please show once more who you are. Nothing was changed."));
    const vault::Ways ways = after(m_door.ways, *change);
    using Ended = std::optional<vault::Error>;
    m_door.parts.worker.run<Ended>(
        this,
        [parts = m_door.parts, keys, change]() -> Ended {
            // Or the first right try would have to wait for wrong ones that nobody made.
            if (const auto none = vault::clearAttempts(parts.disk, parts.layout); !none)
                return none.error();
            const auto changed = vault::changeSlots(parts.disk, parts.layout, parts.random, *keys, *change);
            return changed ? Ended() : Ended(changed.error());
        },
        [this, ways](const Ended &error) { end(error, ways); });
}

void LockKeeper::end(const std::optional<vault::Error> &error, const vault::Ways &ways)
{
    if (error && error->kind == vault::Error::Refused)
        return fail(tr("Then nothing would open your notes any more. Nothing was changed."));
    if (error)
        return fail(problemSentences(vault::problemOf(*error)).text);
    m_door.ways = ways;
    if (ways.keychain || ways.pin)
        m_door.keyProblem = vault::Problem::None;
    m_state = Ready;
    Q_EMIT stateChanged();
    Q_EMIT waysChanged(ways);
    Q_EMIT changed();
}

void LockKeeper::setPin(QString typed)
{
    if (vault::pinProblem(typed) != vault::PinProblem::None || !begin())
        return;
    const auto pin = std::make_shared<vault::SecretBytes>(vault::pinFrom(typed));
    withKeyStoreKey([this, pin](vault::SecretBytes kek) {
        auto change = std::make_shared<vault::SlotChange>();
        change->put.push_back(
            Protector::pin(std::move(*pin), std::move(kek), vault::Kdf::create(m_door.parts.random)));
        change->remove = {SlotType::Passphrase};
        return change;
    });
}

void LockKeeper::setPassphrase(QString typed)
{
    if (vault::passphraseProblem(typed) != vault::PassphraseProblem::None || !begin())
        return;
    auto change = std::make_shared<vault::SlotChange>();
    change->put.push_back(
        Protector::passphrase(vault::SecretBytes::fromUtf8(typed), vault::Kdf::create(m_door.parts.random)));
    change->remove = {SlotType::Keychain, SlotType::Pin};
    apply(change);
}

void LockKeeper::removeLock()
{
    if (lock() == NoLock || !begin())
        return;
    withKeyStoreKey([](vault::SecretBytes kek) {
        auto change = std::make_shared<vault::SlotChange>();
        change->put.push_back(Protector::keychain(std::move(kek)));
        change->remove = {SlotType::Passphrase};
        return change;
    });
}

void LockKeeper::setRecoveryCode(vault::SecretBytes code)
{
    if (!begin())
        return;
    auto change = std::make_shared<vault::SlotChange>();
    change->put.push_back(Protector::recovery(std::move(code), vault::Kdf::create(m_door.parts.random)));
    apply(change);
}

void LockKeeper::removeRecoveryCode()
{
    if (!hasRecoveryCode() || !begin())
        return;
    auto change = std::make_shared<vault::SlotChange>();
    change->remove = {SlotType::Recovery};
    apply(change);
}

void LockKeeper::repairKeyStore()
{
    if (!keyStoreNeedsRepair() || lock() != NoLock || !begin())
        return;
    withKeyStoreKey([](vault::SecretBytes kek) {
        auto change = std::make_shared<vault::SlotChange>();
        change->put.push_back(Protector::keychain(std::move(kek)));
        return change;
    });
}

} // namespace rapport::app
