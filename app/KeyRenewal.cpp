// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/KeyRenewal.h"

#include "app/ProblemSentences.h"
#include "app/RecoveryCodeText.h"
#include "core/vault/Crypto.h"
#include "core/vault/RecoveryCode.h"

namespace rapport::app {

KeyRenewal::KeyRenewal(const Environment &environment, const VaultDoor &door, StepUp &stepUp, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_door(door)
    , m_stepUp(stepUp)
{}

KeyRenewal::~KeyRenewal()
{
    m_door.parts.worker.wait();
}

void KeyRenewal::fail(const QString &problem)
{
    m_checking = false;
    m_problem = problem;
    m_stepUp.forget();
    Q_EMIT changed();
}

void KeyRenewal::forgetProblem()
{
    m_problem.clear();
    Q_EMIT changed();
}

void KeyRenewal::begin(QString recoveryCode)
{
    vault::RecoveryReading reading = vault::readRecoveryCode(recoveryCode);
    const bool none = recoveryCode.trimmed().isEmpty();
    vault::crypto::wipe(recoveryCode);
    if (m_checking || !m_stepUp.keys())
        return;
    m_problem.clear();
    // A key that changes while the file cannot be written to is asking for trouble.
    if (m_environment.held && m_environment.held->count() > 0)
        return fail(tr("What you typed last could not be written to the disk yet. See to that first; the key "
                       "is as it was."));
    if (none)
        return finish(std::nullopt);
    if (reading.finding != vault::RecoveryReading::Right)
        return fail(recoveryCodeProblem(reading));
    m_checking = true;
    Q_EMIT changed();
    const auto code = std::make_shared<vault::SecretBytes>(std::move(reading.code));
    using Error = std::optional<vault::Error>;
    m_door.parts.worker.run<Error>(
        this,
        [parts = m_door.parts, code]() -> Error {
            // Not counted: who it is was shown, and 128 bits are not guessed.
            const auto opened =
                vault::unlock(parts.disk, parts.layout,
                              vault::Protector::recovery(vault::SecretBytes::copyOf(code->bytes()), {}));
            return opened ? Error() : Error(opened.error());
        },
        [this, code](const Error &error) {
            m_checking = false;
            if (error && error->kind == vault::Error::WrongKey)
                return fail(
                    tr("That is a recovery code, but not the one of these notes. Nothing was changed."));
            if (error)
                return fail(problemSentences(vault::problemOf(*error)).text);
            finish(vault::Protector::recovery(std::move(*code), vault::Kdf::create(m_door.parts.random)));
        });
}

void KeyRenewal::finish(std::optional<vault::Protector> recovery)
{
    const auto keys = m_stepUp.sharedKeys();
    auto protector = m_stepUp.takeProtector();
    if (!keys || !protector) // two minutes were over meanwhile
        return fail(tr("Please show once more who you are. Nothing was changed."));
    Renewal renewal{std::move(*keys), {}, m_door.ways.recovery && !recovery};
    renewal.protectors.push_back(std::move(*protector));
    if (recovery)
        renewal.protectors.push_back(std::move(*recovery));
    m_stepUp.forget();
    m_renewal = std::move(renewal);
    Q_EMIT changed();
    Q_EMIT ready();
}

} // namespace rapport::app
