// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Card.h"
#include "core/storage/CardRepository.h"
#include "core/storage/DatabaseThread.h"
#include "core/storage/DraftRepository.h"
#include "core/storage/Statement.h"
#include "core/vault/Backup.h"
#include "core/vault/BackupStream.h"
#include "core/vault/Restore.h"
#include "core/vault/SetAside.h"
#include "tests/core/vault/Place.h"

namespace rapport::vault::test {

inline SecretBytes secret(const char *text)
{
    QString typed = QString::fromUtf8(text);
    return SecretBytes::fromUtf8(typed);
}

inline constexpr const char *backupPassphrase = "cold water, slow heron";

/// Bytes in memory, read as a file is.
class MemoryInput final : public Disk::Input
{
public:
    explicit MemoryInput(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}
    qint64 size() const override { return m_bytes.size(); }
    Result<std::size_t> read(std::span<std::byte> bytes) override
    {
        const auto left = static_cast<std::size_t>(m_bytes.size() - m_at);
        const std::size_t count = std::min(left, bytes.size());
        std::copy_n(reinterpret_cast<const std::byte *>(m_bytes.constData()) + m_at, count, bytes.begin());
        m_at += static_cast<qsizetype>(count);
        return count;
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

inline bool addCard(storage::Database &database, domain::RandomSource &random, const QString &text)
{
    domain::Card card;
    card.record.created = FixedClock().now();
    card.record.modifiedUtcMs = card.record.created.utcMs;
    card.record.uid = domain::Uid::create(card.record.created.utcMs, random);
    card.text = text;
    return storage::CardRepository(database).add(card).has_value();
}

inline QStringList textsOf(storage::Database &database)
{
    QStringList texts;
    for (const domain::Card &card : storage::CardRepository(database).all().value_or(QList<domain::Card>{}))
        texts.append(card.text);
    return texts;
}

/// A vault that is open on a thread, with cards in it, and a folder for backups.
struct BackupPlace : Place
{
    QTemporaryDir target;
    storage::DatabaseThread thread;

    explicit BackupPlace(int cards = 3)
    {
        if (!createByKeychain())
            throw std::runtime_error("no vault");
        open();
        const auto added =
            thread
                .run<void>([this, cards](storage::Database &database) {
                    // One transaction: the disk is waited for once.
                    return storage::inTransaction(database, [&]() -> storage::Result<void> {
                        for (int i = 0; i < cards; ++i)
                            addCard(database, random, QStringLiteral("card %1, and more of it").arg(i));
                        return {};
                    });
                })
                .result();
        if (!added)
            throw std::runtime_error("nothing was added");
    }

    void open()
    {
        const auto opened = thread.open<Error>([this] { return openByKek(); }).result();
        if (!opened)
            throw std::runtime_error("the vault does not open");
    }
    void close() { thread.close().waitForFinished(); }

    void add(const QString &text)
    {
        const auto added = thread
                               .run<bool>([this, text](storage::Database &database) -> storage::Result<bool> {
                                   return addCard(database, random, text);
                               })
                               .result();
        if (!added.value_or(false))
            throw std::runtime_error("the card was not added");
    }

    /// Makes the file larger by that many MiB.
    void fatten(int mebibytes)
    {
        const auto done = thread
                              .run<void>([mebibytes](storage::Database &database) -> storage::Result<void> {
                                  for (int i = 0; i < mebibytes; ++i) {
                                      const QString name = QStringLiteral("fat-%1").arg(i);
                                      const auto saved = storage::SettingRepository(database).save(
                                          name, QString(qsizetype{1} << 20, QLatin1Char('x')));
                                      if (!saved)
                                          return saved;
                                  }
                                  return {};
                              })
                              .result();
        if (!done)
            throw std::runtime_error("nothing was added");
    }

    QStringList texts()
    {
        return thread
            .run<QStringList>(
                [](storage::Database &database) -> storage::Result<QStringList> { return textsOf(database); })
            .result()
            .value_or(QStringList());
    }

    BackupRequest request(const char *name = "a.rapbak") const
    {
        return {.file = target.filePath(QLatin1String(name)),
                .vaultId = founding.vaultId,
                .createdMs = FixedClock().now().utcMs,
                .memKib = Kdf::minMemKib,
                .ops = 1};
    }

    BackupResult<BackupMade> backUp(const BackupRequest &wanted, const Progress &progress = {})
    {
        return backUp(*disk, wanted, progress);
    }
    BackupResult<BackupMade> backUp(Disk &on, const BackupRequest &wanted, const Progress &progress = {})
    {
        return writeBackup(on, layout, random, thread, secret(backupPassphrase), wanted, progress);
    }

    QStringList backups() const
    {
        return QDir(target.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

/// A vault's folder as it is somewhere else, without waiting for the disk.
struct CopiedPlace
{
    QTemporaryDir folder;
    Layout layout{folder.path() + QLatin1String("/rapport")};

    explicit CopiedPlace(const Place &from)
    {
        for (const auto &[path, content] : from.content()) {
            if (QFileInfo(path).isFile())
                put(layout.root() + path.mid(from.layout.root().size()), content);
        }
    }
};

/// A vault's place that a backup is restored into, with the new key's protector.
struct RestorePlace
{
    Layout layout;
    Founding founding;
    SeededRandom random{77};

    explicit RestorePlace(const Layout &at)
        : layout(at)
    {
        SeededRandom chance(99);
        founding = *prepareFounding(FixedClock(), chance);
    }

    BackupResult<Keys> restoreStaged(Disk &disk, const StagedBackup &staged, const Progress &progress = {})
    {
        const Protector protector = byKek(founding.kek);
        return restore(disk, layout, random, FixedClock(), staged, founding.vaultId, std::span(&protector, 1),
                       progress);
    }

    BackupResult<Keys> run(Disk &disk, const QString &file, const Progress &progress = {})
    {
        const auto staged = stageBackup(disk, layout, file, secret(backupPassphrase), {});
        if (!staged)
            return tl::unexpected(staged.error());
        return restoreStaged(disk, *staged, progress);
    }

    /// What the new key opens; empty if it opens nothing.
    QStringList texts() const
    {
        const auto disk = systemDisk();
        const auto keys = unlock(*disk, layout, byKek(founding.kek));
        if (!keys)
            return {};
        const auto open = openDatabase(*disk, layout, *keys);
        return open && (*open)->verify() ? textsOf(**open) : QStringList();
    }
};

/// A backup to restore from, made once.
struct Source
{
    BackupPlace place{12};
    QString file;
    QStringList texts;

    Source()
    {
        const auto made = place.backUp(place.request());
        if (!made)
            throw std::runtime_error("no backup");
        file = made->file;
        texts = place.texts();
        place.close();
    }
};

inline QStringList oldVaults(const Layout &layout)
{
    return QDir(layout.root()).entryList({QStringLiteral("vault.old-*")}, QDir::Dirs, QDir::Name);
}

} // namespace rapport::vault::test
