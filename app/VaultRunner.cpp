// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/VaultRunner.h"

#include "app/KeyStoreAnswers.h"
#include "app/Opener.h"
#include "core/vault/Attempts.h"
#include "core/vault/CountedUnlock.h"
#include "core/vault/Erasing.h"
#include "core/vault/Rekey.h"
#include "core/vault/Restore.h"
#include "core/vault/Salvaging.h"
#include "core/vault/SetAside.h"

namespace rapport::app {

namespace {

using platform::KeyStore;
using vault::Effect;
using vault::Epoch;

/// What the vault opens to once it is rekeyed for these.
vault::Ways waysOf(const std::vector<vault::Protector> &protectors)
{
    vault::Ways ways;
    for (const vault::Protector &protector : protectors) {
        ways.keychain = ways.keychain || protector.type == vault::SlotType::Keychain;
        ways.passphrase = ways.passphrase || protector.type == vault::SlotType::Passphrase;
        ways.pin = ways.pin || protector.type == vault::SlotType::Pin;
        ways.recovery = ways.recovery || protector.type == vault::SlotType::Recovery;
    }
    return ways;
}

template<typename T>
std::optional<vault::Error> errorOf(const vault::Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

VaultRunner::VaultRunner(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_secrets(std::make_shared<Secrets>())
{}

VaultRunner::~VaultRunner()
{
    m_parts.salvager.stop();
    m_parts.restorer.stop();
    m_parts.worker.wait();
}

void VaultRunner::setSecret(vault::SecretBytes typed)
{
    m_secrets->typed = std::move(typed);
}

void VaultRunner::setRenewal(Renewal renewal)
{
    m_secrets->renewal = std::move(renewal);
}

void VaultRunner::run(const Effect &effect)
{
    switch (effect.kind) {
    case Effect::InspectFiles:
        inspect(effect.epoch);
        return m_tidied ? void() : tidyUp();
    case Effect::StoreNewKey:
        return storeNewKey(effect.epoch);
    case Effect::CreateWithKeychain:
        return create(effect.epoch, false);
    case Effect::CreateWithPassphrase:
        return create(effect.epoch, true);
    case Effect::ReadKey:
        return readKey(effect.epoch, effect.vaultId);
    case Effect::CheckSecret:
        return checkSecret(effect.epoch, effect.secret);
    case Effect::EraseFiles:
        return eraseFiles(effect.epoch);
    case Effect::RenewKey:
        return renewKey(effect.epoch);
    case Effect::RemoveKey:
        return removeKey(effect.epoch, effect.vaultId);
    case Effect::OpenWithKek:
        return open(effect.epoch, true);
    case Effect::OpenWithKeys:
        return open(effect.epoch, false);
    case Effect::SalvageWithKek:
        return salvage(effect.epoch, true);
    case Effect::SalvageWithKeys:
        return salvage(effect.epoch, false);
    case Effect::RestoreWithKeychain:
        return restore(effect.epoch, false);
    case Effect::RestoreWithPassphrase:
        return restore(effect.epoch, true);
    case Effect::CloseVault:
        return close(effect.epoch);
    case Effect::ForgetSecrets:
        // A worker that still runs keeps its own share and drops it at its end.
        m_secrets = std::make_shared<Secrets>();
        return;
    }
}

void VaultRunner::inspect(Epoch epoch)
{
    m_parts.worker.run<vault::Inspection>(
        this,
        [this]() -> vault::Inspection {
            if (const auto ended = vault::finishErasing(m_parts.disk, m_parts.layout); !ended)
                return {.finding = vault::Inspection::Failed, .error = ended.error()};
            if (const auto ended = vault::finishTakingOver(m_parts.disk, m_parts.layout); !ended)
                return {.finding = vault::Inspection::Failed, .error = ended.error()};
            if (const auto ended = vault::finishSalvage(m_parts.disk, m_parts.layout); !ended)
                return {.finding = vault::Inspection::Failed, .error = ended.error()};
            const auto found = vault::inspect(m_parts.disk, m_parts.layout);
            // A copy in safety, if the disk lets us; the failure is the same either way.
            if (found.error.kind == vault::Error::HeaderDamaged)
                static_cast<void>(vault::keepDamagedHeaders(m_parts.disk, m_parts.layout, m_parts.clock));
            return found;
        },
        [this, epoch](const vault::Inspection &found) {
            Q_EMIT happened(vault::event::Inspected{epoch, found});
        });
}

void VaultRunner::storeNewKey(Epoch epoch)
{
    auto founding = vault::prepareFounding(m_parts.clock, m_parts.random);
    if (!founding) {
        Q_EMIT happened(vault::event::KeyStored{epoch, vault::KeyStoreAnswer::Unavailable});
        return;
    }
    m_secrets->founding = std::move(*founding);
    m_parts.keyStore.write(vault::keyStoreName(m_secrets->founding->vaultId),
                           m_secrets->founding->kek.bytes(), this, [this, epoch](KeyStore::Result result) {
                               Q_EMIT happened(vault::event::KeyStored{epoch, answerOf(result)});
                           });
}

void VaultRunner::create(Epoch epoch, bool withPassphrase)
{
    using Created = vault::Result<domain::Uid>;
    m_parts.worker.run<Created>(
        this,
        [this, secrets = m_secrets, withPassphrase]() -> Created {
            domain::Uid vaultId;
            vault::Protector protector;
            if (withPassphrase) {
                auto founding = vault::prepareFounding(m_parts.clock, m_parts.random);
                if (!founding)
                    return tl::unexpected(founding.error());
                vaultId = founding->vaultId;
                protector = vault::Protector::passphrase(std::move(secrets->typed),
                                                         vault::Kdf::create(m_parts.random));
            } else if (secrets->founding) {
                vaultId = secrets->founding->vaultId;
                protector = vault::Protector::keychain(std::move(secrets->founding->kek));
                secrets->founding.reset();
            } else {
                return tl::unexpected(vault::Error{vault::Error::Internal});
            }
            auto keys = vault::create(m_parts.disk, m_parts.layout, m_parts.random, vaultId, protector);
            if (!keys)
                return tl::unexpected(keys.error());
            secrets->keys = std::move(*keys);
            return vaultId;
        },
        [this, epoch](const Created &created) {
            Q_EMIT happened(vault::event::Created{epoch, errorOf(created), created.value_or(domain::Uid())});
        });
}

void VaultRunner::readKey(Epoch epoch, const domain::Uid &vaultId)
{
    m_parts.keyStore.read(vault::keyStoreName(vaultId), this,
                          [this, epoch](KeyStore::Result result, std::span<const std::byte> secret) {
                              if (result == KeyStore::Result::Ok)
                                  m_secrets->kek = vault::SecretBytes::copyOf(secret);
                              Q_EMIT happened(vault::event::KeyRead{epoch, answerOf(result)});
                          });
}

void VaultRunner::checkSecret(Epoch epoch, vault::Secret kind)
{
    using Checked = std::pair<std::optional<vault::Error>, qint64>;
    m_parts.worker.run<Checked>(
        this,
        [this, kind, secrets = m_secrets]() -> Checked {
            auto tried = vault::unlockCounted(
                m_parts.disk, m_parts.layout,
                openerBy(kind, std::move(secrets->typed), std::move(secrets->kek)), m_parts.bootTime());
            const Checked answer{errorOf(tried.keys), tried.waitMs};
            if (tried.keys)
                secrets->keys = std::move(*tried.keys);
            return answer;
        },
        [this, epoch](const Checked &answer) {
            Q_EMIT happened(vault::event::SecretChecked{epoch, answer.first, answer.second});
        });
}

void VaultRunner::open(Epoch epoch, bool withKek)
{
    const auto opener = [this, secrets = m_secrets,
                         withKek]() -> tl::expected<std::unique_ptr<storage::Database>, vault::Error> {
        if (withKek) {
            auto keys = vault::unlock(m_parts.disk, m_parts.layout,
                                      vault::Protector::keychain(std::move(secrets->kek)));
            if (!keys)
                return tl::unexpected(keys.error());
            secrets->keys = std::move(*keys);
        }
        if (!secrets->keys)
            return tl::unexpected(vault::Error{vault::Error::Internal});
        auto opened = vault::openDatabase(m_parts.disk, m_parts.layout, *secrets->keys);
        if (opened) {
            // Before anybody looks for a draft.
            m_parts.held.open(*secrets->keys);
            m_parts.held.giveBack(**opened);
        }
        return opened;
    };
    storage::whenDone(this, m_parts.database.open<vault::Error>(opener),
                      [this, epoch](const vault::Result<void> &opened) {
                          Q_EMIT happened(vault::event::Opened{epoch, errorOf(opened)});
                      });
}

void VaultRunner::close(Epoch epoch)
{
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, epoch] {
        watcher->deleteLater();
        m_parts.held.close();
        Q_EMIT happened(vault::event::Closed{epoch});
    });
    watcher->setFuture(m_parts.database.close());
}

void VaultRunner::salvage(Epoch epoch, bool withKek)
{
    using Result = vault::Result<vault::Salvaged>;
    m_parts.worker.run<Result>(
        this,
        [this, withKek, secrets = m_secrets, progress = m_parts.salvager.begin()]() -> Result {
            if (withKek) {
                auto keys = vault::unlock(m_parts.disk, m_parts.layout,
                                          vault::Protector::keychain(std::move(secrets->kek)));
                if (!keys)
                    return tl::unexpected(keys.error());
                secrets->keys = std::move(*keys);
            }
            if (!secrets->keys)
                return tl::unexpected(vault::Error{vault::Error::Internal});
            return vault::salvageVault(m_parts.disk, m_parts.layout, *secrets->keys, m_parts.clock, progress);
        },
        [this, epoch](const Result &salvaged) {
            if (salvaged)
                m_parts.salvager.end(*salvaged);
            Q_EMIT happened(vault::event::Salvaged{epoch, errorOf(salvaged)});
        });
}

void VaultRunner::restore(Epoch epoch, bool withPassphrase)
{
    using Restored = vault::BackupResult<domain::Uid>;
    m_parts.worker.run<Restored>(
        this,
        [this, withPassphrase, secrets = m_secrets, staged = m_parts.restorer.staged(),
         progress = m_parts.restorer.begin()]() -> Restored {
            const auto internal = tl::unexpected(vault::BackupError{vault::BackupError::Internal});
            if (withPassphrase) {
                auto founding = vault::prepareFounding(m_parts.clock, m_parts.random);
                if (!founding)
                    return internal;
                secrets->founding = std::move(*founding);
            }
            if (!staged || !secrets->founding)
                return internal;
            const domain::Uid vaultId = secrets->founding->vaultId;
            const std::array protectors{withPassphrase
                                            ? vault::Protector::passphrase(std::move(secrets->typed),
                                                                           vault::Kdf::create(m_parts.random))
                                            : vault::Protector::keychain(std::move(secrets->founding->kek))};
            secrets->founding.reset();
            // A key that was stored for one that fails stays in the key store:
            // it opens nothing, and taking it away could only be a mistake.
            auto keys = vault::restore(m_parts.disk, m_parts.layout, m_parts.random, m_parts.clock, *staged,
                                       vaultId, protectors, progress);
            if (!keys)
                return tl::unexpected(keys.error());
            secrets->keys = std::move(*keys);
            // The old vault's wrong tries are not this one's. What is left of
            // them costs a wait at most.
            static_cast<void>(vault::clearAttempts(m_parts.disk, m_parts.layout));
            return vaultId;
        },
        [this, epoch](const Restored &restored) {
            m_parts.restorer.end(restored ? std::nullopt : std::optional(restored.error()));
            Q_EMIT happened(
                vault::event::Restored{epoch, restored.has_value(), restored.value_or(domain::Uid())});
        });
}

void VaultRunner::eraseFiles(Epoch epoch)
{
    using Erased = std::optional<vault::Error>;
    m_parts.worker.run<Erased>(
        this, [this] { return errorOf(vault::eraseEverything(m_parts.disk, m_parts.layout)); },
        [this, epoch](const Erased &error) {
            Q_EMIT happened(vault::event::Erased{epoch, error});
        });
}

void VaultRunner::renewKey(Epoch epoch)
{
    struct Ended
    {
        std::optional<vault::Error> error;
        vault::Ways ways;
        bool settled = true;
        bool codeEnds = false;
    };
    m_parts.worker.run<Ended>(
        this,
        [this, secrets = m_secrets, told = m_parts.renewer.begin()]() -> Ended {
            if (!secrets->renewal)
                return {.error = vault::Error{vault::Error::Internal}, .ways = {}};
            Renewal renewal = std::move(*secrets->renewal);
            secrets->renewal.reset();
            vault::Keys before{renewal.keys.vaultId, {}};
            for (const vault::SecretBytes &raw : renewal.keys.raw)
                before.raw.push_back(vault::SecretBytes::copyOf(raw.bytes()));
            auto rekeyed = vault::rekey(m_parts.disk, m_parts.layout, m_parts.random, std::move(renewal.keys),
                                        renewal.protectors, told);
            m_parts.held.rekey(before, rekeyed.keys);
            // Two keys: the file may be under either.
            const bool settled = rekeyed.keys.raw.size() == before.raw.size();
            secrets->keys = std::move(rekeyed.keys);
            return {rekeyed.error, waysOf(renewal.protectors), settled, renewal.codeEnds};
        },
        [this, epoch](const Ended &ended) {
            m_parts.renewer.end(ended.error, ended.settled, ended.codeEnds);
            Q_EMIT happened(vault::event::Renewed{epoch, ended.error, ended.ways, ended.settled});
        });
}

} // namespace rapport::app
