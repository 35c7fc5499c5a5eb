// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/DraftRepository.h"

#include "core/storage/Statement.h"

namespace rapport::storage {

namespace {

/// The first column of the first row as a text; empty if there is no row.
Result<QString> textOrEmpty(const Database &database, const QString &sql, const QString &key)
{
    const auto text = first(database, sql, {key}, [](const QSqlQuery &query) -> Result<QString> {
        return query.value(0).toString();
    });
    if (!text && text.error().kind == Error::NotFound)
        return QString();
    return text;
}

} // namespace

DraftRepository::DraftRepository(Database &database)
    : m_database(database)
{}

Result<void> DraftRepository::save(const QString &place, const QString &text, qint64 modifiedUtcMs)
{
    if (text.isEmpty())
        return execute(m_database, QStringLiteral("DELETE FROM draft WHERE place = ?"), {place});
    return execute(m_database,
                   QStringLiteral("INSERT INTO draft (place, text, modified_utc_ms) VALUES (?, ?, ?) "
                                  "ON CONFLICT (place) DO UPDATE SET text = excluded.text, "
                                  "modified_utc_ms = excluded.modified_utc_ms"),
                   {place, text, modifiedUtcMs});
}

Result<QString> DraftRepository::text(const QString &place) const
{
    return textOrEmpty(m_database, QStringLiteral("SELECT text FROM draft WHERE place = ?"), place);
}

SettingRepository::SettingRepository(Database &database)
    : m_database(database)
{}

Result<void> SettingRepository::save(const QString &name, const QString &value)
{
    return execute(m_database,
                   QStringLiteral("INSERT INTO setting (name, value) VALUES (?, ?) "
                                  "ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                   {name, textValue(value)});
}

Result<QString> SettingRepository::value(const QString &name) const
{
    return textOrEmpty(m_database, QStringLiteral("SELECT value FROM setting WHERE name = ?"), name);
}

} // namespace rapport::storage
