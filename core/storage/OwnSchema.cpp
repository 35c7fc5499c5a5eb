// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/OwnSchema.h"

#include "core/storage/Statement.h"

namespace rapport::storage {

namespace {

/// In an order of its own: the file's depends on when each was made.
Result<QList<QStringList>> declarations(const Database &database)
{
    return collect(database,
                   QStringLiteral("SELECT type, name, tbl_name, CASE WHEN name IN (SELECT name FROM "
                                  "pragma_table_list WHERE type = 'shadow') THEN '' ELSE sql END "
                                  "FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' "
                                  "ORDER BY type, name, tbl_name"),
                   {}, [](const QSqlQuery &query) -> Result<QStringList> {
                       return QStringList{query.value(0).toString(), query.value(1).toString(),
                                          query.value(2).toString(), query.value(3).toString()};
                   });
}

} // namespace

Result<bool> hasOwnSchema(const Database &database, const QString &scratch, RawKey key)
{
    if (database.schemaVersion() < 1)
        return false;
    const auto declared = declarations(database);
    if (!declared)
        return tl::unexpected(declared.error());
    const auto own = Database::createAt(scratch, key, database.schemaVersion());
    if (!own)
        return tl::unexpected(own.error());
    const auto expected = declarations(**own);
    if (!expected)
        return tl::unexpected(expected.error());
    return *declared == *expected;
}

} // namespace rapport::storage
