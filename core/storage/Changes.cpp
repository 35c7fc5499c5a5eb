// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/Changes.h"

#include <algorithm>

#include "core/storage/Statement.h"

namespace rapport::storage {

Result<std::optional<qint64>> firstKept(const Database &database)
{
    // min() over the moments would read every row; the days have an index.
    static constexpr const char *oldest =
        "(SELECT created_utc_ms FROM %1 WHERE deleted_at IS NULL ORDER BY local_day LIMIT 1)";
    QStringList firsts;
    for (const char *table : {"card", "check_in", "note"})
        firsts << QString::fromLatin1(oldest).arg(QLatin1String(table));
    return first(database, QLatin1String("SELECT ") + firsts.join(QLatin1String(", ")), {},
                 [](const QSqlQuery &query) -> Result<std::optional<qint64>> {
                     std::optional<qint64> earliest;
                     for (int column = 0; column < 3; ++column) {
                         if (query.isNull(column))
                             continue;
                         const qint64 time = query.value(column).toLongLong();
                         earliest = std::min(earliest.value_or(time), time);
                     }
                     return earliest;
                 });
}

Result<bool> changedAfter(const Database &database, qint64 utcMs)
{
    // Small tables first: coalesce() ends at the first that has one.
    static constexpr const char *newest =
        "(SELECT 1 FROM %1 WHERE modified_utc_ms > ?1 AND deleted_at IS NULL "
        "ORDER BY id DESC LIMIT 1)";
    QStringList rows;
    for (const char *table : {"card", "session", "note", "person", "pause", "check_in"})
        rows << QString::fromLatin1(newest).arg(QLatin1String(table));
    return first(database,
                 QLatin1String("SELECT coalesce(") + rows.join(QLatin1String(", ")) + QLatin1String(", 0)"),
                 {utcMs}, [](const QSqlQuery &query) -> Result<bool> { return query.value(0).toInt() != 0; });
}

} // namespace rapport::storage
