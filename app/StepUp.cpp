// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/StepUp.h"

#include "app/KeyStoreAnswers.h"
#include "app/ProblemSentences.h"
#include "core/vault/Pin.h"

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

} // namespace

StepUp::StepUp(const VaultDoor &door, QObject *parent)
    : QObject(parent)
    , m_door(door)
    , m_question(questionFor(door.ways))
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
    m_keys.reset();
    m_expiry.stop();
    m_state = Asking;
    m_problem = problem;
    Q_EMIT stateChanged();
}

void StepUp::forget()
{
    if (m_state == Shown || !m_problem.isEmpty())
        ask();
}

void StepUp::setWays(const vault::Ways &ways)
{
    m_question = questionFor(ways);
    ask();
}

void StepUp::show(QString typed)
{
    if (m_state == Checking)
        return;
    auto secret = std::make_shared<vault::SecretBytes>(
        m_question == Pin ? vault::pinFrom(typed) : vault::SecretBytes::fromUtf8(typed));
    m_state = Checking;
    m_problem.clear();
    Q_EMIT stateChanged();
    if (m_question == Passphrase)
        return tryWith(std::move(*secret), {});
    m_door.parts.keyStore.read(vault::keyStoreName(m_door.vaultId), this,
                               [this, secret](KeyStore::Result result, std::span<const std::byte> kek) {
                                   if (result != KeyStore::Result::Ok)
                                       return ask(problemSentences(vault::problemOf(answerOf(result))).text);
                                   tryWith(std::move(*secret), vault::SecretBytes::copyOf(kek));
                               });
}

void StepUp::tryWith(vault::SecretBytes typed, vault::SecretBytes kek)
{
    const auto secrets =
        std::make_shared<std::pair<vault::SecretBytes, vault::SecretBytes>>(std::move(typed), std::move(kek));
    const auto question = m_question;
    m_door.parts.worker.run<Tried>(
        this,
        [this, secrets, question]() -> Tried {
            vault::CountedTry tried;
            if (question == Nothing) {
                tried.keys = vault::unlock(m_door.parts.disk, m_door.parts.layout,
                                           vault::Protector::keychain(std::move(secrets->second)));
            } else {
                auto opener = question == Pin ? vault::Protector::pin(std::move(secrets->first),
                                                                      std::move(secrets->second), {})
                                              : vault::Protector::passphrase(std::move(secrets->first), {});
                tried = vault::unlockCounted(m_door.parts.disk, m_door.parts.layout, opener,
                                             m_door.parts.bootTime());
            }
            if (!tried.keys)
                return {{}, tried.keys.error(), tried.waitMs};
            return {std::make_shared<vault::Keys>(std::move(*tried.keys)), {}, 0};
        },
        [this](const Tried &tried) { answer(tried); });
}

void StepUp::answer(const Tried &tried)
{
    if (tried.keys) {
        m_keys = tried.keys;
        m_state = Shown;
        m_expiry.start();
        Q_EMIT stateChanged();
        Q_EMIT shown();
        return;
    }
    if (tried.waitMs > 0)
        return ask(waitSentence(tried.waitMs));
    if (tried.error.kind == vault::Error::WrongKey && m_question != Nothing)
        return ask(tr("That was not right. Nothing was changed."));
    ask(problemSentences(vault::problemOf(tried.error)).text);
}

} // namespace rapport::app
