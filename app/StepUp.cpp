// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/StepUp.h"

#include "app/KeyStoreAnswers.h"
#include "app/Opener.h"
#include "app/ProblemSentences.h"
#include "app/TryWait.h"
#include "core/vault/Pin.h"
#include "core/vault/RecoveryCode.h"

namespace rapport::app {

namespace {

using platform::KeyStore;

constexpr int shownForMs = 2 * 60 * 1000;

StepUp::Question questionFor(const vault::Ways &ways)
{
    if (ways.keychain)
        return StepUp::Nothing;
    return ways.pin ? StepUp::Pin : StepUp::Passphrase;
}

/// What opened the vault is what can be shown again.
StepUp::Question questionAt(const VaultDoor &door)
{
    if (door.ways.keychain && door.keyProblem == vault::Problem::None)
        return StepUp::Nothing;
    switch (door.asked) {
    case vault::Secret::Passphrase:
        break;
    case vault::Secret::Pin:
        return StepUp::Pin;
    case vault::Secret::RecoveryCode:
        return StepUp::RecoveryCode;
    }
    return StepUp::Passphrase;
}

vault::SecretBytes secretFrom(StepUp::Question question, QString &typed)
{
    switch (question) {
    case StepUp::Nothing:
    case StepUp::Passphrase:
        break;
    case StepUp::Pin:
        return vault::pinFrom(typed);
    case StepUp::RecoveryCode: {
        auto read = vault::readRecoveryCode(typed);
        return std::move(read.code);
    }
    }
    return vault::SecretBytes::fromUtf8(typed);
}

std::optional<vault::Secret> secretKind(StepUp::Question question)
{
    switch (question) {
    case StepUp::Nothing:
        break;
    case StepUp::Passphrase:
        return vault::Secret::Passphrase;
    case StepUp::Pin:
        return vault::Secret::Pin;
    case StepUp::RecoveryCode:
        return vault::Secret::RecoveryCode;
    }
    return std::nullopt;
}

} // namespace

StepUp::StepUp(const VaultDoor &door, QObject *parent)
    : QObject(parent)
    , m_door(door)
    , m_question(questionAt(door))
{
    m_expiry.setSingleShot(true);
    m_expiry.setInterval(shownForMs);
    connect(&m_expiry, &QTimer::timeout, this, &StepUp::forget);
}

StepUp::~StepUp()
{
    m_door.parts.worker.wait();
}

void StepUp::ask(const QString &problem)
{
    ++m_look; // an answer that is on its way is nobody's any more
    m_keys.reset();
    m_protector.reset();
    m_expiry.stop();
    m_state = Asking;
    m_problem = problem;
    Q_EMIT stateChanged();
}

void StepUp::forget()
{
    const bool otherwise = std::exchange(m_byCode, false);
    if (m_state != Asking || !m_problem.isEmpty() || otherwise)
        ask();
}

void StepUp::setWays(const vault::Ways &ways)
{
    m_door.ways = ways;
    m_question = questionFor(ways);
    m_byCode = false;
    ask();
}

bool StepUp::canUseRecoveryCode() const
{
    return m_door.ways.recovery && !m_byCode && m_question != RecoveryCode;
}

void StepUp::useRecoveryCode()
{
    if (m_state == Checking || !canUseRecoveryCode())
        return;
    m_byCode = true;
    ask();
}

void StepUp::useLock()
{
    if (m_state == Checking || !m_byCode)
        return;
    m_byCode = false;
    ask();
}

void StepUp::showForRenewal(QString typed)
{
    look(typed, true);
}

std::optional<vault::Protector> StepUp::takeProtector()
{
    if (!m_protector)
        return std::nullopt;
    vault::Protector protector = std::move(*m_protector);
    m_protector.reset();
    if (protector.type != vault::SlotType::Keychain)
        protector.kdf = vault::Kdf::create(m_door.parts.random);
    return protector;
}

void StepUp::show(QString typed)
{
    look(typed, false);
}

void StepUp::look(QString &typed, bool forRenewal)
{
    if (m_state == Checking)
        return;
    m_forRenewal = forRenewal;
    auto secret = std::make_shared<vault::SecretBytes>(secretFrom(question(), typed));
    m_state = Checking;
    m_problem.clear();
    Q_EMIT stateChanged();
    if (question() == Passphrase || question() == RecoveryCode)
        return tryWith(std::move(*secret), {});
    m_door.parts.keyStore.read(
        vault::keyStoreName(m_door.vaultId), this,
        [this, secret, look = ++m_look](KeyStore::Result result, std::span<const std::byte> kek) {
            if (look != m_look)
                return;
            if (result != KeyStore::Result::Ok)
                return ask(problemSentences(vault::problemOf(answerOf(result))).text);
            tryWith(std::move(*secret), vault::SecretBytes::copyOf(kek));
        });
}

void StepUp::tryWith(vault::SecretBytes typed, vault::SecretBytes kek)
{
    const auto secrets =
        std::make_shared<std::pair<vault::SecretBytes, vault::SecretBytes>>(std::move(typed), std::move(kek));
    const auto kind = secretKind(question());
    m_door.parts.worker.run<Tried>(
        this,
        [this, secrets, kind, keep = m_forRenewal]() -> Tried {
            const auto opener = std::make_shared<vault::Protector>(
                openerBy(kind, std::move(secrets->first), std::move(secrets->second)));
            vault::CountedTry tried;
            if (!kind)
                tried.keys = vault::unlock(m_door.parts.disk, m_door.parts.layout, *opener);
            else
                tried = vault::unlockCounted(m_door.parts.disk, m_door.parts.layout, *opener,
                                             m_door.parts.bootTime());
            if (!tried.keys)
                return {{}, {}, tried.keys.error(), tried.waitMs};
            return {std::make_shared<vault::Keys>(std::move(*tried.keys)), keep ? opener : nullptr, {}, 0};
        },
        [this, look = ++m_look](const Tried &tried) {
            if (look == m_look)
                answer(tried);
        });
}

void StepUp::answer(const Tried &tried)
{
    if (tried.keys) {
        m_keys = tried.keys;
        m_protector = tried.protector;
        m_state = Shown;
        m_expiry.start();
        Q_EMIT stateChanged();
        Q_EMIT shown();
        return;
    }
    if (tried.waitMs > 0)
        return ask(TryWait::sentence(tried.waitMs));
    if (tried.error.kind == vault::Error::WrongKey && question() != Nothing)
        return ask(tr("That was not right. Nothing was changed."));
    ask(problemSentences(vault::problemOf(tried.error)).text);
}

} // namespace rapport::app
