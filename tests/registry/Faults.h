// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QMutex>
#include <QWaitCondition>

#include "core/vault/Disk.h"
#include "tests/app/Fakes.h"
#include "tests/core/vault/PassingDisk.h"

// What goes wrong on a real device, done to the real thing: nothing of the
// product knows that it happens on purpose.

namespace rapport::registry {

/// A clock that does something at the next question. The first thing the
/// unlocked rooms do is to ask it, right before they ask the database.
class WatchedClock final : public domain::Clock
{
public:
    tests::SettableClock set;

    domain::Moment now() const override;
    QByteArray zone() const override { return set.zone(); }
    void atNext(std::function<void()> what) { m_what = std::move(what); }

private:
    mutable std::function<void()> m_what;
};

/// The real disk; it can be made to hang at a look, or to refuse to be written to.
class HangingDisk final : public vault::test::PassingDisk
{
public:
    void hang(bool on);
    void fail(std::optional<vault::Error> error) { m_error = error; }

    vault::Result<Entry> look(const QString &path) const override;
    vault::Result<std::vector<QString>> list(const QString &directory) const override;
    vault::Result<QByteArray> read(const QString &path, qint64 atMost) const override;
    vault::Result<void> makeDirectory(const QString &path) override;
    vault::Result<void> write(const QString &path, const QByteArray &content) override;
    vault::Result<void> copy(const QString &from, const QString &to) override;
    vault::Result<qint64> room(const QString &directory) const override;
    vault::Result<void> settle(const QString &path) override;
    vault::Result<void> renameDirectory(const QString &from, const QString &to) override;
    vault::Result<void> remove(const QString &path) override;

private:
    void waitForIt() const;

    std::optional<vault::Error> m_error;
    mutable QMutex m_mutex;
    mutable QWaitCondition m_goOn;
    bool m_hangs = false;
};

/// The key store of the tests that, on request, never answers.
class SilentKeyStore final : public platform::KeyStore
{
public:
    explicit SilentKeyStore(tests::KeyStoreScript &script)
        : m_store(script)
    {}
    bool silent = false;

    void read(const QString &key, QObject *context, ReadAnswer answer) override;
    void write(const QString &key, std::span<const std::byte> secret, QObject *context,
               Answer answer) override;
    void remove(const QString &key, QObject *context, Answer answer) override;
    void probe(QObject *context, Answer answer) override;

private:
    tests::FakeKeyStore m_store;
};

/// Stops the database's thread where it stands, as a disk that does not answer
/// would; call it while that thread has nothing to do.
void freezeDatabase();
void thawDatabase();

/// While it lives, no file can grow: the disk is full.
class FullDisk
{
public:
    FullDisk();
    ~FullDisk();
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    unsigned long m_before = 0;
};

} // namespace rapport::registry
