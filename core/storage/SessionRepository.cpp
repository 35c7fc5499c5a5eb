// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/SessionRepository.h"

#include "core/storage/RecordColumns.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

using domain::Moment;
using domain::Session;
using domain::Uid;

namespace {

QString timeFormat()
{
    return QStringLiteral("HH:mm");
}

Result<Session> readSession(const QSqlQuery &query)
{
    const auto record = readRecord(query);
    if (!record)
        return tl::unexpected(record.error());
    constexpr int own = recordColumnCount;
    Session session;
    session.record = *record;
    session.date = QDate::fromString(query.value(own).toString(), Qt::ISODate);
    session.time = QTime::fromString(query.value(own + 1).toString(), timeFormat());
    session.zone = query.value(own + 2).toString().toLatin1();
    if (!query.isNull(own + 3)) {
        session.person = Uid::fromBytes(query.value(own + 3).toByteArray());
        if (!session.person)
            return tl::unexpected(Error{Error::Damaged});
    }
    if (!session.date.isValid() || !session.time.isValid())
        return tl::unexpected(Error{Error::Damaged});
    return session;
}

/// Somebody who was deleted is not named, and is named again when restored.
QString selectSessions(const char *rest)
{
    return QStringLiteral("SELECT %1, date, time, zone, (SELECT person.uid FROM person "
                          "WHERE person.id = session.person AND person.deleted_at IS NULL) FROM session %2")
        .arg(QLatin1String(recordColumns), QLatin1String(rest));
}

Result<Session> sessionOf(const Database &database, const Uid &uid)
{
    return first(database, selectSessions("WHERE uid = ?"), {uid.toBytes()}, readSession);
}

/// The row id of whom the session is with, NULL for nobody.
Result<QVariant> personValue(const Database &database, const Session &session)
{
    if (!session.person)
        return QVariant();
    return first(database, QStringLiteral("SELECT id FROM person WHERE uid = ?"), {session.person->toBytes()},
                 [](const QSqlQuery &query) -> Result<QVariant> { return query.value(0); });
}

} // namespace

SessionRepository::SessionRepository(Database &database)
    : m_database(database)
{}

Result<Session> SessionRepository::save(const Session &session)
{
    if (session.record.uid.isNull() || !session.date.isValid() || !session.time.isValid())
        return tl::unexpected(Error{Error::Refused});
    return inTransaction(m_database, [&]() -> Result<Session> {
        const auto person = personValue(m_database, session);
        if (!person)
            return tl::unexpected(person.error());
        const auto sql =
            QStringLiteral("INSERT INTO session (%1, date, time, zone, utc_ms, person) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET "
                           "date = excluded.date, time = excluded.time, zone = excluded.zone, "
                           "utc_ms = excluded.utc_ms, person = excluded.person, "
                           "modified_utc_ms = excluded.modified_utc_ms, "
                           "deleted_at = excluded.deleted_at, private = excluded.private")
                .arg(QLatin1String(recordColumns));
        const auto saved =
            execute(m_database, sql,
                    recordValues(session.record) +
                        QVariantList{session.date.toString(Qt::ISODate), session.time.toString(timeFormat()),
                                     textValue(QString::fromLatin1(session.zone)), session.utcMs(), *person});
        if (!saved)
            return tl::unexpected(saved.error());
        return sessionOf(m_database, session.record.uid);
    });
}

Result<std::optional<Session>> SessionRepository::current(const Moment &now) const
{
    return near(now).map([&](const QList<Session> &sessions) {
        return domain::leadingSession(domain::sessionsAt(sessions, now), now);
    });
}

Result<QList<Session>> SessionRepository::near(const Moment &now) const
{
    // The date is the session's own wall date, which is at most a day off ours.
    // What is over by then is left out for speed only: the domain decides.
    const QString from = now.localDate().addDays(-3).toString(Qt::ISODate);
    return collect(m_database,
                   selectSessions("WHERE deleted_at IS NULL AND status <> 'cancelled' AND date >= ? "
                                  "ORDER BY date, time LIMIT 32"),
                   {from}, readSession);
}

Result<std::optional<Session>> SessionRepository::previous(const Moment &now) const
{
    // A few more than one: their wall dates may be a day off ours.
    const QString until = now.localDate().addDays(1).toString(Qt::ISODate);
    const auto before =
        collect(m_database,
                selectSessions("WHERE deleted_at IS NULL AND status <> 'cancelled' AND date <= ? "
                               "ORDER BY date DESC, time DESC LIMIT 8"),
                {until}, readSession);
    if (!before)
        return tl::unexpected(before.error());
    std::optional<Session> last;
    for (const Session &session : *before) {
        if (session.utcMs() < now.utcMs && (!last || session.utcMs() > last->utcMs()))
            last = session;
    }
    return last;
}

Result<void> SessionRepository::remove(const Uid &uid, const Moment &when)
{
    return softDelete(m_database, "session", uid, when);
}

Result<int> SessionRepository::purge(qint64 deletedBeforeUtcMs)
{
    return change(m_database, QStringLiteral("DELETE FROM session WHERE deleted_at < ?"),
                  {deletedBeforeUtcMs});
}

} // namespace rapport::storage
