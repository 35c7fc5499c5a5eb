// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/RowCounts.h"

#include "core/storage/Statement.h"

namespace rapport::storage {

namespace {

/// Real ones: a virtual table has no root page.
Result<QList<QString>> tables(const Database &database)
{
    return collect(database,
                   QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 "
                                  "AND name NOT LIKE 'sqlite@_%' ESCAPE '@'"),
                   {}, [](const QSqlQuery &query) -> Result<QString> { return query.value(0).toString(); });
}

Result<qint64> count(const Database &database, QString table, QLatin1String condition)
{
    // A name takes no bound value, and in a file from outside it may be any.
    table.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return first(database, QStringLiteral("SELECT count(*) FROM \"%1\" %2").arg(table, condition), {},
                 [](const QSqlQuery &query) -> Result<qint64> { return query.value(0).toLongLong(); });
}

} // namespace

Result<std::map<QString, qint64>> rowCounts(const Database &database)
{
    const auto names = tables(database);
    if (!names)
        return tl::unexpected(names.error());
    std::map<QString, qint64> counts;
    for (const QString &name : *names) {
        const auto rows = count(database, name, {});
        if (!rows)
            return tl::unexpected(rows.error());
        counts.emplace(name, *rows);
    }
    return counts;
}

Result<LivingCounts> livingCounts(const Database &database)
{
    const auto names = tables(database);
    if (!names)
        return tl::unexpected(names.error());
    LivingCounts counts;
    const std::pair<QLatin1String, qint64 *> wanted[] = {{QLatin1String("card"), &counts.cards},
                                                         {QLatin1String("check_in"), &counts.checkIns},
                                                         {QLatin1String("session"), &counts.sessions},
                                                         {QLatin1String("note"), &counts.notes},
                                                         {QLatin1String("pause"), &counts.pauses}};
    for (const auto &[table, rows] : wanted) {
        if (!names->contains(table))
            continue;
        const auto living = count(database, table, QLatin1String("WHERE deleted_at IS NULL"));
        if (!living)
            return tl::unexpected(living.error());
        *rows = *living;
    }
    return counts;
}

} // namespace rapport::storage
