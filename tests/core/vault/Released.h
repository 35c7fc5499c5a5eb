// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/storage/Statement.h"
#include "tests/core/vault/Place.h"

// The vaults in tests/data/vaults: their secrets, copies of them, and every row
// of theirs against what their own program said that it wrote.

namespace rapport::vault::test {

/// What tests/data/vaults/README.md says.
inline SecretBytes fixtureKek()
{
    SecretBytes kek(32);
    for (std::size_t i = 0; i < 32; ++i)
        kek.bytes()[i] = static_cast<std::byte>(i + 1);
    return kek;
}

inline SecretBytes fixturePassphrase()
{
    QString typed = QStringLiteral("a window left open in march");
    return SecretBytes::fromUtf8(typed);
}

/// Files and folders with the permissions that ours have.
inline void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const auto what = QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot;
    const QFileInfoList entries = QDir(from).entryInfoList(what);
    for (const QFileInfo &entry : entries) {
        const QString target = to + QLatin1Char('/') + entry.fileName();
        if (entry.isDir()) {
            copyFolder(entry.filePath(), target);
        } else {
            put(target, get(entry.filePath()));
            QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
        }
    }
}

inline QJsonObject readObject(const QString &path)
{
    return QJsonDocument::fromJson(get(path)).object();
}

/// A table's rows in the order of their rowids, each value as SQL writes it:
/// 'text', X'0102', 1.5, NULL.
inline storage::Result<QJsonArray> rowsOf(const storage::Database &database, const QString &table,
                                          const QStringList &columns)
{
    QStringList quoted;
    for (const QString &column : columns)
        quoted.append(QStringLiteral("quote(\"%1\")").arg(column));
    const auto sql =
        QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY rowid").arg(quoted.join(QStringLiteral(", ")), table);
    const auto rows =
        storage::collect(database, sql, {}, [&](const QSqlQuery &query) -> storage::Result<QJsonObject> {
            QJsonObject row;
            for (qsizetype i = 0; i < columns.size(); ++i)
                row.insert(columns[i], query.value(static_cast<int>(i)).toString());
            return row;
        });
    if (!rows)
        return tl::unexpected(rows.error());
    QJsonArray array;
    for (const QJsonObject &row : *rows)
        array.append(row);
    return array;
}

/// Every row of every table; the search index keeps its own, and its words are
/// in search_text.
inline storage::Result<QJsonObject> everyRow(const storage::Database &database)
{
    const auto words = [&](const QString &sql) {
        return storage::collect(database, sql, {}, [](const QSqlQuery &query) -> storage::Result<QString> {
            return query.value(0).toString();
        });
    };
    const auto tables =
        words(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT "
                             "LIKE 'search\\_index%' ESCAPE '\\' ORDER BY name"));
    if (!tables)
        return tl::unexpected(tables.error());
    QJsonObject all;
    for (const QString &table : *tables) {
        const auto columns = words(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
        if (!columns)
            return tl::unexpected(columns.error());
        const auto rows = rowsOf(database, table, *columns);
        if (!rows)
            return tl::unexpected(rows.error());
        all.insert(table, *rows);
    }
    return all;
}

struct Comparison
{
    int rows = 0;   ///< compared
    int fields = 0; ///< compared
    QStringList differences;
};

/// Every row and field that was expected, against those that are there. Tables
/// and columns that came with a later schema are not looked at.
inline Comparison compare(const storage::Database &database, const QJsonObject &expected)
{
    Comparison found;
    for (auto table = expected.begin(); table != expected.end(); ++table) {
        const QJsonArray before = table.value().toArray();
        const auto after = rowsOf(database, table.key(), before.first().toObject().keys());
        if (!after || after->size() != before.size()) {
            found.differences.append(QStringLiteral("%1: %2 rows of %3")
                                         .arg(table.key())
                                         .arg(after ? after->size() : -1)
                                         .arg(before.size()));
            continue;
        }
        for (qsizetype i = 0; i < after->size(); ++i) {
            const QJsonObject row = before[i].toObject();
            ++found.rows;
            for (auto field = row.begin(); field != row.end(); ++field) {
                ++found.fields;
                if (after->at(i).toObject().value(field.key()) != field.value())
                    found.differences.append(
                        QStringLiteral("%1, row %2: %3").arg(table.key()).arg(i + 1).arg(field.key()));
            }
        }
    }
    return found;
}

} // namespace rapport::vault::test
