// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QString>
#include <QTemporaryDir>

#include "core/domain/DemoLife.h"
#include "core/storage/Database.h"
#include "core/vault/Disk.h"
#include "core/vault/SecretBytes.h"
#include "platform/Services.h"

// The demonstration: the real app over a vault with a made-up client's life.

namespace rapport::app {

/// Stores a life, all of it or nothing.
storage::Result<void> storeLife(storage::Database &database, const domain::DemoLife &life);

/// Stores check-ins, all or none.
storage::Result<void> storeCheckIns(storage::Database &database, const QList<domain::CheckIn> &checkIns);

/// A vault's entry in the key store.
struct DemoKey
{
    QString name;
    vault::SecretBytes secret;
};

/// Makes a vault in an empty folder and fills it with the life of that moment.
/// Waits for the disk: not for the GUI thread while a window shows.
vault::Result<DemoKey> makeDemoVault(vault::Disk &disk, const QString &folder, const domain::Clock &clock,
                                     domain::RandomSource &random);

/// A key store with one entry, in memory only.
class DemoKeyStore final : public platform::KeyStore
{
public:
    explicit DemoKeyStore(DemoKey key)
        : m_key(std::move(key))
    {}
    void read(const QString &key, QObject *context, ReadAnswer answer) override;
    void write(const QString &key, std::span<const std::byte> secret, QObject *context,
               Answer answer) override;
    void remove(const QString &key, QObject *context, Answer answer) override;
    void probe(QObject *context, Answer answer) override;

private:
    DemoKey m_key;
};

/// Where a demonstration lives: a folder that is gone afterwards, under a key
/// that is nowhere else. The person's own vault, its lock and the key store of
/// the system are left alone.
class DemoHome
{
public:
    /// Nothing when the folder or the vault could not be made.
    static std::unique_ptr<DemoHome> make(vault::Disk &disk, const domain::Clock &clock,
                                          domain::RandomSource &random);

    QString folder() const;

    /// Puts what belongs to the demonstration in the system's place.
    void moveInto(platform::Services &services);

private:
    explicit DemoHome(const QString &pattern)
        : m_place(pattern)
    {}

    QTemporaryDir m_place;
    DemoKey m_key;
};

} // namespace rapport::app
