// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <span>

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

#include "core/storage/Error.h"

namespace rapport::storage {

class FileCopy;

/// The raw key as SQLCipher takes it: 32 bytes of key, then 16 of salt.
using RawKey = std::span<const std::byte, 48>;

/// One hardened connection to the encrypted database, for use by the thread
/// that opened it and by no other.
///
/// Opening keys the file through sqlite3_key (never through a PRAGMA string),
/// requires a non-empty cipher_version, sets and then asserts temp_store,
/// journal_mode, synchronous, secure_delete, foreign_keys, recursive_triggers,
/// trusted_schema, cell_size_check, mmap_size and cipher_log_level, switches on
/// the defensive mode; an authorizer refuses ATTACH and any later change of
/// these settings. The reasons for each stand in Hardening.cpp.
class Database
{
public:
    enum class Mode {
        Create,   ///< the file must not exist; it is made and brought to the newest schema
        Existing, ///< the file must exist and not be empty; migrated if its schema is older
        AsItIs,   ///< the same, but an older schema stays: see schemaVersion() before writing
        ReadOnly, ///< the same, never written to, never migrated
    };

    /// Opens a database file. The key's bytes are not kept after the call by
    /// this class. Errors: Missing, WrongKey, Damaged, TooNew, ReadOnly,
    /// DiskFull, NotCipher, Busy, Io; Refused if there is something in the
    /// place where Create was to make a file. After an error nothing has
    /// changed: Create leaves no file, Existing no older or newer schema.
    static Result<std::unique_ptr<Database>> open(const QString &path, RawKey key, Mode mode);

    /// Changes the key of a file that nobody has open, journal included: every
    /// page is encrypted anew in one transaction, so after a kill at any moment
    /// the file opens with one of the two keys (the next open plays back the
    /// journal, which is under the old one). The new salt stands in the file's
    /// first 16 bytes as soon as its first page is journalled, and a rollback
    /// leaves it there; a raw key brings its own salt, so both keys open all the
    /// same. Needs room for a second file of this size. After an error the file
    /// is under the old key, or nobody can tell: then neither opens it. Errors:
    /// those of open(), Refused where the schema is older.
    static Result<void> rekey(const QString &path, RawKey from, RawKey to);

    /// Makes a file as Mode::Create does, but at an older schema, 1 or more: for
    /// rows of a file that was written by it. Existing then migrates them.
    static Result<std::unique_ptr<Database>> createAt(const QString &path, RawKey key, int schemaVersion);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The connection, for repositories.
    QSqlDatabase sql() const;

    /// The file that was opened.
    QString path() const;

    /// The schema's version as it was after opening.
    int schemaVersion() const;

    /// The schema's version as PRAGMA user_version holds it now.
    Result<int> readSchemaVersion() const;

    /// What an error of the connection means. For the moment right after it.
    Error error(const QSqlError &error) const;

    /// quick_check and cipher_integrity_check; both, because each misses a
    /// damage that the other finds.
    Result<void> verify() const;

    /// How far a copy has come; at its end `left` is 0.
    struct CopyProgress
    {
        int left = 0; ///< pages of 4 KiB
        int total = 0;
    };

    /// Begins to copy everything into a new file under another key, which only
    /// this account reads and which is not synced. One copy at a time; an
    /// unfinished one ends with this object, and its file is removed. Errors:
    /// those of open(), Refused while another copy is unfinished.
    Result<void> beginCopy(const QString &path, RawKey key);

    /// Copies that many pages more. What this connection changes between two
    /// calls is in the copy, too: at the end it equals the database at that
    /// moment. An error ends the copy.
    Result<CopyProgress> copyPages(int pages);

    /// Gives up an unfinished copy and removes its file.
    void endCopy();

    /// Ends a running statement from any thread; it answers Interrupted. The
    /// caller sees to it that this object lives (DatabaseThread does).
    void interrupt() const;

private:
    friend class Transaction;
    struct Private;
    explicit Database(std::unique_ptr<Private> d);
    static Result<std::unique_ptr<Database>> connect(const QString &path, RawKey key, Mode mode);
    static Result<std::unique_ptr<Database>> openOrCreate(const QString &path, RawKey key, Mode mode,
                                                          int createdAs);
    Result<void> setUp(int schemaVersion);
    Result<void> takeOver(Mode mode);
    Result<void> probeWriting();
    Result<void> bringUpTo(int schemaVersion);
    std::unique_ptr<Private> d;
    mutable bool m_inTransaction = false; ///< kept by Transaction
};

} // namespace rapport::storage
