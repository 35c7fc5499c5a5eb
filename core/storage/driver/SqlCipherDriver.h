// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QMetaType>
#include <QSqlDriver>
#include <QStringList>

struct sqlite3;
struct sqlite3_stmt;

Q_DECLARE_OPAQUE_POINTER(sqlite3 *)
Q_DECLARE_METATYPE(sqlite3 *)
Q_DECLARE_OPAQUE_POINTER(sqlite3_stmt *)
Q_DECLARE_METATYPE(sqlite3_stmt *)

namespace rapport::storage {

struct Connection;

/// Qt Sql over SQLCipher. It behaves as Qt's own QSQLITE driver does and knows
/// nothing of keys: without one it reads and writes plain SQLite files. Keying
/// and hardening a connection is storage::Database's work, which hands the
/// finished handle to the second constructor.
///
/// As with every Qt Sql driver, a connection and its queries belong to one
/// thread; only cancelQuery() may be called from any.
///
/// Connect options are those of QSQLITE, under their own names or with the
/// prefix QSQLCIPHER_; see ConnectOptions.
///
/// Errors carry what was being done, SQLite's text and its extended result code.
class SqlCipherDriver : public QSqlDriver
{
    Q_OBJECT

public:
    enum class Ownership {
        Take,   ///< the driver closes the handle
        Borrow, ///< the caller closes it, after the driver
    };

    explicit SqlCipherDriver(QObject *parent = nullptr);

    /// Wraps a handle that is open (and keyed). Its settings, the busy timeout
    /// and extended result codes among them, are left as they are.
    explicit SqlCipherDriver(sqlite3 *connection, Ownership ownership, QObject *parent = nullptr);

    ~SqlCipherDriver() override;

    bool hasFeature(DriverFeature feature) const override;

    /// Opens a file, or ":memory:", or with the option OPEN_URI a file: URI.
    /// Users, passwords, hosts and ports mean nothing here.
    bool open(const QString &file, const QString &user, const QString &password, const QString &host,
              int port, const QString &options) override;

    /// Ends every statement of this connection, then closes it.
    void close() override;

    QSqlResult *createResult() const override;

    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;

    QStringList tables(QSql::TableType type) const override;
    QSqlRecord record(const QString &table) const override;
    QSqlIndex primaryIndex(const QString &table) const override;
    QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;

    /// The sqlite3 *, null while closed.
    QVariant handle() const override;

    /// A table's name; notification() then brings the rowid of each row that
    /// this connection inserts, updates or deletes in it.
    bool subscribeToNotification(const QString &table) override;
    bool unsubscribeFromNotification(const QString &table) override;
    QStringList subscribedToNotifications() const override;

    /// Ends the statements that run at this moment; they fail with SQLite's
    /// code 9 (interrupted). May be called from any thread.
    bool cancelQuery() override;

private:
    bool runPlain(const QString &statement, const QString &failure);
    void announce(const QString &table, qint64 rowid);

    std::shared_ptr<Connection> m_connection;
    Ownership m_ownership = Ownership::Take;
    QStringList m_subscriptions;
};

/// Registers the driver with Qt Sql under the name "QSQLCIPHER".
void registerSqlCipherDriver();

} // namespace rapport::storage
