// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/PersonRepository.h"

#include "core/domain/Text.h"
#include "core/storage/RecordColumns.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

using domain::Person;
using domain::Uid;

namespace {

/// The stored form of a text that may be empty.
Result<QString> stored(const QString &typed)
{
    const auto text = domain::normalizedText(typed);
    if (text)
        return *text;
    if (text.error() == domain::TextError::Empty)
        return QString();
    return tl::unexpected(Error{Error::Refused});
}

QVariant wayValue(const Person &person)
{
    return person.usualWay ? QVariant(static_cast<int>(*person.usualWay)) : QVariant();
}

Result<Person> readPerson(const QSqlQuery &query)
{
    const auto record = readRecord(query);
    if (!record)
        return tl::unexpected(record.error());
    constexpr int own = recordColumnCount;
    const auto role = domain::personRoleFromId(query.value(own).toString());
    if (!role)
        return tl::unexpected(Error{Error::Damaged});
    Person person;
    person.record = *record;
    person.role = *role;
    person.name = query.value(own + 1).toString();
    person.contact = query.value(own + 2).toString();
    // A way that only a newer Rapport knows is no way here.
    if (const int way = query.value(own + 3).toInt();
        !query.isNull(own + 3) && way <= static_cast<int>(domain::ShareWay::Print))
        person.usualWay = static_cast<domain::ShareWay>(way);
    return person;
}

QString selectPeople(const char *rest)
{
    return QStringLiteral("SELECT %1, role, name, contact, usual_way FROM person %2")
        .arg(QLatin1String(recordColumns), QLatin1String(rest));
}

} // namespace

PersonRepository::PersonRepository(Database &database)
    : m_database(database)
{}

Result<Person> PersonRepository::save(const Person &person)
{
    const auto name = stored(person.name);
    const auto contact = stored(person.contact);
    if (!name || !contact || person.record.uid.isNull())
        return tl::unexpected(Error{Error::Refused});
    const auto sql =
        QStringLiteral("INSERT INTO person (%1, role, name, contact, usual_way) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET "
                       "name = excluded.name, contact = excluded.contact, "
                       "usual_way = excluded.usual_way, "
                       "modified_utc_ms = excluded.modified_utc_ms, "
                       "deleted_at = excluded.deleted_at, private = excluded.private")
            .arg(QLatin1String(recordColumns));
    const auto saved =
        execute(m_database, sql,
                recordValues(person.record) + QVariantList{QString(idOf(person.role)), textValue(*name),
                                                           textValue(*contact), wayValue(person)});
    if (!saved)
        return tl::unexpected(saved.error());
    return first(m_database, selectPeople("WHERE uid = ?"), {person.record.uid.toBytes()}, readPerson);
}

Result<QList<Person>> PersonRepository::all(domain::PersonRole role) const
{
    return collect(m_database, selectPeople("WHERE role = ? AND deleted_at IS NULL ORDER BY id"),
                   {QString(idOf(role))}, readPerson);
}

Result<void> PersonRepository::remove(const Uid &uid, const domain::Moment &when)
{
    return softDelete(m_database, "person", uid, when);
}

Result<int> PersonRepository::purge(qint64 deletedBeforeUtcMs)
{
    return change(m_database, QStringLiteral("DELETE FROM person WHERE deleted_at < ?"),
                  {deletedBeforeUtcMs});
}

} // namespace rapport::storage
