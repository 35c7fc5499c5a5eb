// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <random>

#include <QDir>
#include <QFile>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sqlcipher/sqlite3.h>

#include "core/domain/Card.h"
#include "core/domain/CheckIn.h"
#include "core/storage/Database.h"
#include "core/storage/driver/SqlCipherDriver.h"

// What the storage tests share: a folder with a vault in it, keys, and things
// to put into it. Chance is seeded, so that a failure comes again.

namespace rapport::tests {

/// 48 bytes that count up from `first`.
inline std::array<std::byte, 48> keyFrom(int first)
{
    std::array<std::byte, 48> key{};
    for (size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<std::byte>(static_cast<size_t>(first) + i);
    return key;
}

class SeededRandom : public domain::RandomSource
{
public:
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = static_cast<std::byte>(m_engine());
    }

private:
    std::mt19937 m_engine{20260101};
};

/// 2026-03-02 09:00 in Madrid, and later.
inline domain::Moment momentAt(qint64 minutesLater)
{
    return {1'772'438'400'000 + minutesLater * 60'000, 60};
}

class Vault
{
public:
    Vault() = default;

    /// In a folder of its own within `place`.
    explicit Vault(const QString &place)
        : m_directory(place + QStringLiteral("/rapport-XXXXXX"))
    {}

    QString folder() const { return m_directory.path(); }
    QString path() const { return m_directory.filePath(QStringLiteral("rapport.db")); }

    storage::Result<std::unique_ptr<storage::Database>> tryOpen(storage::Database::Mode mode,
                                                                int key = 1) const
    {
        return storage::Database::open(path(), keyFrom(key), mode);
    }

    /// Opens it, made first if it is not there; null with a failed test if that fails.
    std::unique_ptr<storage::Database> open() const
    {
        using Mode = storage::Database::Mode;
        auto opened = tryOpen(QFile::exists(path()) ? Mode::Existing : Mode::Create);
        if (!opened) {
            qWarning("opening answered %d, native %d", opened.error().kind, opened.error().nativeCode);
            return nullptr;
        }
        return std::move(*opened);
    }

    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    void overwrite(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    /// The names of all files in the folder.
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

    domain::Uid newUid(qint64 utcMs = 0) { return domain::Uid::create(utcMs, m_random); }

    domain::Card card(const QString &text, qint64 minutesLater = 0)
    {
        domain::Card card;
        card.record.created = momentAt(minutesLater);
        card.record.modifiedUtcMs = card.record.created.utcMs;
        card.record.uid = newUid(card.record.created.utcMs);
        card.text = text;
        return card;
    }

    domain::CheckIn checkIn(int pleasantness, qint64 minutesLater = 0)
    {
        domain::CheckIn checkIn;
        checkIn.record.created = momentAt(minutesLater);
        checkIn.record.modifiedUtcMs = checkIn.record.created.utcMs;
        checkIn.record.uid = newUid(checkIn.record.created.utcMs);
        checkIn.felt = checkIn.record.created;
        checkIn.pleasantness = pleasantness;
        return checkIn;
    }

private:
    QTemporaryDir m_directory;
    SeededRandom m_random;
};

/// The first value of the first row; invalid if there is none.
inline QVariant ask(const storage::Database &database, const QString &sql)
{
    QSqlQuery query(database.sql());
    if (!query.exec(sql) || !query.next())
        return {};
    return query.value(0);
}

/// Runs a statement; its native error code, empty if it was fine.
inline QString tryRun(const storage::Database &database, const QString &sql)
{
    QSqlQuery query(database.sql());
    return query.exec(sql) ? QString() : query.lastError().nativeErrorCode();
}

/// Whether these bytes stand anywhere in the file's pages, free ones included,
/// once they are decrypted.
inline bool pagesHold(const storage::Database &database, const QByteArray &bytes)
{
    const QVariant handle = database.sql().driver()->handle();
    sqlite3_int64 size = 0;
    unsigned char *pages = sqlite3_serialize(handle.value<sqlite3 *>(), "main", &size, 0);
    if (!pages)
        qFatal("the pages cannot be read");
    const bool found = QByteArray::fromRawData(reinterpret_cast<char *>(pages), size).contains(bytes);
    sqlite3_free(pages);
    return found;
}

} // namespace rapport::tests
