// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/RecordColumns.h"

#include "core/storage/Statement.h"

namespace rapport::storage {

QVariantList recordValues(const domain::Record &record)
{
    return {record.uid.toBytes(),      record.created.utcMs, record.created.offsetMin,
            record.created.localDay(), record.modifiedUtcMs, optionalValue(record.deletedMs),
            record.isPrivate ? 1 : 0};
}

Result<domain::Record> readRecord(const QSqlQuery &query, int column)
{
    const auto uid = domain::Uid::fromBytes(query.value(column).toByteArray());
    if (!uid)
        return tl::unexpected(Error{Error::Damaged});
    domain::Record record;
    record.uid = *uid;
    record.created = readMoment(query, column + 1);
    record.modifiedUtcMs = query.value(column + 4).toLongLong(); // column + 3 is derived
    if (!query.isNull(column + 5))
        record.deletedMs = query.value(column + 5).toLongLong();
    record.isPrivate = query.value(column + 6).toInt() != 0;
    return record;
}

domain::Moment readMoment(const QSqlQuery &query, int column)
{
    return {query.value(column).toLongLong(), query.value(column + 1).toInt()};
}

Result<void> softDelete(const Database &database, const char *table, const domain::Uid &uid,
                        const domain::Moment &when)
{
    const auto removed = change(database,
                                QStringLiteral("UPDATE %1 SET deleted_at = ?, modified_utc_ms = ? "
                                               "WHERE uid = ? AND deleted_at IS NULL")
                                    .arg(QLatin1String(table)),
                                {when.utcMs, when.utcMs, uid.toBytes()});
    if (!removed)
        return tl::unexpected(removed.error());
    if (*removed == 0)
        return tl::unexpected(Error{Error::NotFound});
    return {};
}

} // namespace rapport::storage
