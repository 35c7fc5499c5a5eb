// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/Statement.h"

#include <QSqlError>

#include "core/domain/GuiThread.h"

namespace rapport::storage {

Result<QSqlQuery> select(const Database &database, const QString &sql, const QVariantList &values)
{
    domain::mayWait("a statement");
    QSqlQuery query(database.sql());
    query.setForwardOnly(true); // streams: nothing is cached that is read once
    if (!query.prepare(sql)) {
        // The schema was read when the file was opened: what does not even
        // compile now is a mistake of ours, unless the disk says otherwise.
        Error error = database.error(query.lastError());
        if (error.kind == Error::Damaged && error.nativeCode == 1)
            error.kind = Error::Internal;
        return tl::unexpected(error);
    }
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return tl::unexpected(database.error(query.lastError()));
    return query;
}

Result<void> execute(const Database &database, const QString &sql, const QVariantList &values)
{
    const auto query = select(database, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return {};
}

Result<int> change(const Database &database, const QString &sql, const QVariantList &values)
{
    const auto query = select(database, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->numRowsAffected();
}

Result<qint64> insert(const Database &database, const QString &sql, const QVariantList &values)
{
    const auto query = select(database, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->lastInsertId().toLongLong();
}

Result<bool> nextRow(const Database &database, QSqlQuery &query)
{
    domain::mayWait("a row");
    if (query.next())
        return true;
    if (query.lastError().isValid())
        return tl::unexpected(database.error(query.lastError()));
    return false;
}

QVariant textValue(const QString &text)
{
    return text.isNull() ? QVariant(QLatin1String("")) : QVariant(text);
}

Transaction::Transaction(const Database &database)
    : m_database(database)
{}

Transaction::~Transaction()
{
    // After a full disk the library has rolled back by itself; then this
    // answers an error that says nothing new.
    if (!m_open)
        return;
    if (m_inner) {
        static_cast<void>(execute(m_database, QStringLiteral("ROLLBACK TO part")));
        static_cast<void>(execute(m_database, QStringLiteral("RELEASE part")));
        return;
    }
    m_database.m_inTransaction = false;
    static_cast<void>(execute(m_database, QStringLiteral("ROLLBACK")));
}

Result<void> Transaction::begin()
{
    m_inner = m_database.m_inTransaction;
    if (m_inner) {
        const auto begun = execute(m_database, QStringLiteral("SAVEPOINT part"));
        m_open = begun.has_value();
        return begun;
    }
    // IMMEDIATE: a transaction that reads first and writes later could
    // otherwise find the file busy in its middle.
    const auto begun = execute(m_database, QStringLiteral("BEGIN IMMEDIATE"));
    m_open = begun.has_value();
    m_database.m_inTransaction = m_open;
    return begun;
}

Result<void> Transaction::commit()
{
    const auto kept =
        execute(m_database, m_inner ? QStringLiteral("RELEASE part") : QStringLiteral("COMMIT"));
    if (kept) {
        m_open = false;
        if (!m_inner)
            m_database.m_inTransaction = false;
    }
    return kept;
}

} // namespace rapport::storage
