// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>

#include "app/Renewer.h"
#include "app/Restorer.h"
#include "app/Salvager.h"
#include "app/VaultWorker.h"
#include "core/domain/Clock.h"
#include "core/storage/DatabaseThread.h"
#include "core/vault/Attempts.h"
#include "core/vault/HeldTexts.h"
#include "core/vault/Machine.h"
#include "core/vault/Vault.h"
#include "platform/BootClock.h"
#include "platform/KeyStore.h"

namespace rapport::app {

/// Does what vault::Machine decides: on the key store's thread, on one worker
/// for the disk and Argon2id, and on the database's thread. It holds the
/// secrets between two effects; the machine never sees any. Lives on the GUI
/// thread, which never waits for it.
class VaultRunner : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        vault::Disk &disk;
        vault::Layout layout;
        domain::RandomSource &random;
        const domain::Clock &clock;
        platform::KeyStore &keyStore;
        storage::DatabaseThread &database;
        VaultWorker &worker;
        Salvager &salvager;
        Restorer &restorer;
        Renewer &renewer;
        vault::HeldTexts &held;
        const platform::BootClock &bootClock;

        vault::BootTime bootTime() const { return {bootClock.nowNs() / 1'000'000, bootClock.bootId()}; }
    };

    explicit VaultRunner(const Parts &parts, QObject *parent = nullptr);

    /// Waits for the worker; what it still answers is dropped.
    ~VaultRunner() override;

    /// What was typed, for the next CreateWithPassphrase, RestoreWithPassphrase or CheckSecret: see
    /// vault::Protector for its form.
    void setSecret(vault::SecretBytes typed);

    /// What the next RenewKey needs.
    void setRenewal(Renewal renewal);

    void run(const vault::Effect &effect);

    /// For whoever changes the open vault's files.
    const Parts &parts() const { return m_parts; }

Q_SIGNALS:
    void happened(const rapport::vault::Event &event);

private:
    /// What is held between two effects. Shared with the worker, which has it
    /// alone while an effect runs.
    struct Secrets
    {
        std::optional<vault::Founding> founding;
        vault::SecretBytes kek;
        vault::SecretBytes typed;
        std::optional<vault::Keys> keys;
        std::optional<Renewal> renewal;
    };

    void tidyUp();
    void forgetKeys(const std::function<void()> &done);
    void forgetMark();
    void inspect(vault::Epoch epoch);
    void storeNewKey(vault::Epoch epoch);
    void create(vault::Epoch epoch, bool withPassphrase);
    void readKey(vault::Epoch epoch, const domain::Uid &vaultId);
    void checkSecret(vault::Epoch epoch, vault::Secret kind);
    void open(vault::Epoch epoch, bool withKek);
    void close(vault::Epoch epoch);
    void salvage(vault::Epoch epoch, bool withKek);
    void restore(vault::Epoch epoch, bool withPassphrase);
    void eraseFiles(vault::Epoch epoch);
    void renewKey(vault::Epoch epoch);
    void removeKey(vault::Epoch epoch, const domain::Uid &vaultId);

    Parts m_parts;
    std::shared_ptr<Secrets> m_secrets;
    bool m_tidied = false;
};

} // namespace rapport::app
