// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/driver/SqlCipherDriver.h"

#include <QMutexLocker>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlRecord>

#include <sqlcipher/sqlite3.h>

#include "core/storage/driver/Connection.h"
#include "core/storage/driver/ConnectOptions.h"
#include "core/storage/driver/Dialect.h"
#include "core/storage/driver/Regexp.h"
#include "core/storage/driver/Schema.h"
#include "core/storage/driver/SqlCipherResult.h"

namespace rapport::storage {

SqlCipherDriver::SqlCipherDriver(QObject *parent)
    : QSqlDriver(parent)
    , m_connection(std::make_shared<Connection>())
{
    declareDialect(this);
}

SqlCipherDriver::SqlCipherDriver(sqlite3 *connection, Ownership ownership, QObject *parent)
    : SqlCipherDriver(parent)
{
    m_connection->handle = connection;
    m_ownership = ownership;
    setOpen(connection != nullptr);
    setOpenError(false);
}

SqlCipherDriver::~SqlCipherDriver()
{
    SqlCipherDriver::close();
}

bool SqlCipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case NamedPlaceholders:
    case PositionalPlaceholders:
    case LastInsertId:
    case SimpleLocking:
    case LowPrecisionNumbers:
    case EventNotifications:
    case FinishQuery:
    case CancelQuery:
        return true;
    case QuerySize:
    case BatchOperations:
    case MultipleResultSets:
        return false;
    }
    return false;
}

bool SqlCipherDriver::open(const QString &file, const QString &, const QString &, const QString &, int,
                           const QString &options)
{
    close();
    const ConnectOptions parsed = ConnectOptions::parse(options);
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &handle, parsed.openFlags(), nullptr);
    if (code != SQLITE_OK) {
        setLastError(
            makeError(handle, QStringLiteral("Error opening database"), QSqlError::ConnectionError, code));
        setOpenError(true);
        sqlite3_close(handle);
        return false;
    }
    sqlite3_busy_timeout(handle, parsed.busyTimeoutMs);
    sqlite3_extended_result_codes(handle, parsed.extendedResultCodes);
    if (parsed.regexp)
        addRegexp(handle, parsed.regexpCacheSize);
    m_connection->handle = handle;
    m_ownership = Ownership::Take;
    setOpen(true);
    setOpenError(false);
    return true;
}

void SqlCipherDriver::close()
{
    sqlite3 *handle = m_connection->handle;
    if (!handle)
        return;
    for (SqlCipherResult *result : std::as_const(m_connection->results))
        result->finalize();
    if (!m_subscriptions.isEmpty())
        sqlite3_update_hook(handle, nullptr, nullptr);
    m_subscriptions.clear();

    const QMutexLocker locker(&m_connection->closing);
    if (m_ownership == Ownership::Take) {
        const int code = sqlite3_close(handle);
        if (code != SQLITE_OK) {
            setLastError(makeError(handle, QStringLiteral("Error closing database"),
                                   QSqlError::ConnectionError, code));
            // Somebody else's statements are still open on it: SQLite then
            // frees the connection with the last of them.
            sqlite3_close_v2(handle);
        }
    }
    m_connection->handle = nullptr;
    setOpen(false);
    setOpenError(false);
}

QSqlResult *SqlCipherDriver::createResult() const
{
    return new SqlCipherResult(this, m_connection);
}

// ---- transactions ---------------------------------------------------------

bool SqlCipherDriver::runPlain(const QString &statement, const QString &failure)
{
    if (!isOpen() || isOpenError())
        return false;
    QSqlQuery query(createResult());
    if (query.exec(statement))
        return true;
    setLastError(QSqlError(failure, query.lastError().databaseText(), QSqlError::TransactionError,
                           query.lastError().nativeErrorCode()));
    return false;
}

bool SqlCipherDriver::beginTransaction()
{
    return runPlain(QStringLiteral("BEGIN"), QStringLiteral("Unable to begin transaction"));
}

bool SqlCipherDriver::commitTransaction()
{
    return runPlain(QStringLiteral("COMMIT"), QStringLiteral("Unable to commit transaction"));
}

bool SqlCipherDriver::rollbackTransaction()
{
    return runPlain(QStringLiteral("ROLLBACK"), QStringLiteral("Unable to rollback transaction"));
}

// ---- the schema -----------------------------------------------------------

QStringList SqlCipherDriver::tables(QSql::TableType type) const
{
    return isOpen() ? tableNames(QSqlQuery(createResult()), type) : QStringList();
}

QSqlRecord SqlCipherDriver::record(const QString &table) const
{
    return isOpen() ? tableRecord(QSqlQuery(createResult()), table) : QSqlRecord();
}

QSqlIndex SqlCipherDriver::primaryIndex(const QString &table) const
{
    return isOpen() ? tablePrimaryIndex(QSqlQuery(createResult()), table) : QSqlIndex();
}

QString SqlCipherDriver::escapeIdentifier(const QString &identifier, IdentifierType type) const
{
    return escapedIdentifier(identifier, type == TableName);
}

QVariant SqlCipherDriver::handle() const
{
    return QVariant::fromValue(m_connection->handle);
}

// ---- notifications --------------------------------------------------------

bool SqlCipherDriver::subscribeToNotification(const QString &table)
{
    if (!isOpen()) {
        qWarning("Database not open.");
        return false;
    }
    if (m_subscriptions.contains(table)) {
        qWarning("Already subscribing to '%s'.", qPrintable(table));
        return false;
    }
    m_subscriptions.append(table);
    if (m_subscriptions.size() > 1)
        return true; // a connection has one hook, and it is set
    // SQLite forbids the use of the connection inside the hook, so the signal
    // goes out later.
    const auto changed = [](void *driver, int, const char *, const char *changedTable, sqlite3_int64 rowid) {
        auto *self = static_cast<SqlCipherDriver *>(driver);
        QMetaObject::invokeMethod(
            self, [self, name = QString::fromUtf8(changedTable), rowid] { self->announce(name, rowid); },
            Qt::QueuedConnection);
    };
    sqlite3_update_hook(m_connection->handle, changed, this);
    return true;
}

bool SqlCipherDriver::unsubscribeFromNotification(const QString &table)
{
    if (!isOpen()) {
        qWarning("Database not open.");
        return false;
    }
    if (m_subscriptions.removeAll(table) == 0) {
        qWarning("Not subscribed to '%s'.", qPrintable(table));
        return false;
    }
    if (m_subscriptions.isEmpty())
        sqlite3_update_hook(m_connection->handle, nullptr, nullptr);
    return true;
}

QStringList SqlCipherDriver::subscribedToNotifications() const
{
    return m_subscriptions;
}

void SqlCipherDriver::announce(const QString &table, qint64 rowid)
{
    if (m_subscriptions.contains(table))
        Q_EMIT notification(table, QSqlDriver::UnknownSource, QVariant(rowid));
}

// ---- from other threads ---------------------------------------------------

bool SqlCipherDriver::cancelQuery()
{
    const QMutexLocker locker(&m_connection->closing);
    if (!m_connection->handle)
        return false;
    sqlite3_interrupt(m_connection->handle);
    return true;
}

void registerSqlCipherDriver()
{
    QSqlDatabase::registerSqlDriver(QStringLiteral("QSQLCIPHER"), new QSqlDriverCreator<SqlCipherDriver>);
}

} // namespace rapport::storage
