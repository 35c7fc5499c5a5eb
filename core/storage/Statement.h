// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include "core/storage/Database.h"
#include "core/storage/Error.h"

// The few lines that every repository would otherwise repeat: statements with
// typed errors, and transactions that cannot be left half done.

namespace rapport::storage {

/// Runs a statement that gives no rows; values are bound in their order.
Result<void> execute(const Database &database, const QString &sql, const QVariantList &values = {});

/// The same; the number of rows changed, without those that triggers changed.
Result<int> change(const Database &database, const QString &sql, const QVariantList &values = {});

/// The same for an INSERT; the new row's id.
Result<qint64> insert(const Database &database, const QString &sql, const QVariantList &values = {});

/// Runs a statement that gives rows; the query stands before the first.
Result<QSqlQuery> select(const Database &database, const QString &sql, const QVariantList &values = {});

/// Whether there is a next row; the error if reading it failed.
Result<bool> nextRow(const Database &database, QSqlQuery &query);

/// All rows, each through `read`, which maps a query to a Result<T>.
template<typename Read>
auto collect(const Database &database, const QString &sql, const QVariantList &values, Read read)
    -> Result<QList<typename decltype(read(std::declval<const QSqlQuery &>()))::value_type>>
{
    auto query = select(database, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<typename decltype(read(*query))::value_type> rows;
    for (;;) {
        const auto more = nextRow(database, *query);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return rows;
        auto row = read(*query);
        if (!row)
            return tl::unexpected(row.error());
        rows.append(std::move(*row));
    }
}

/// The first row through `read`; NotFound if there is none.
template<typename Read>
auto first(const Database &database, const QString &sql, const QVariantList &values, Read read)
    -> decltype(read(std::declval<const QSqlQuery &>()))
{
    auto query = select(database, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    const auto more = nextRow(database, *query);
    if (!more)
        return tl::unexpected(more.error());
    if (!*more)
        return tl::unexpected(Error{Error::NotFound});
    return read(*query);
}

/// A text that is stored as '' and not as NULL when it is empty.
QVariant textValue(const QString &text);

/// Holds the write lock from its beginning; rolls back unless committed. One
/// within another is a part of it that can be rolled back by itself, so that
/// many repositories' changes can be kept as one.
class Transaction
{
public:
    explicit Transaction(const Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> begin();
    Result<void> commit();

private:
    const Database &m_database;
    bool m_open = false;
    bool m_inner = false;
};

/// Runs work in a transaction: kept as a whole, or not at all on an error.
template<typename Work>
auto inTransaction(const Database &database, Work work) -> decltype(work())
{
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    auto result = work();
    if (!result)
        return result;
    if (const auto kept = transaction.commit(); !kept)
        return tl::unexpected(kept.error());
    return result;
}

} // namespace rapport::storage
