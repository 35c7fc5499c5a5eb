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
    if (!session.date.isValid() || !session.time.isValid())
        return tl::unexpected(Error{Error::Damaged});
    return session;
}

Result<Session> sessionOf(const Database &database, const Uid &uid)
{
    return first(database,
                 QStringLiteral("SELECT %1, date, time, zone FROM session WHERE uid = ?")
                     .arg(QLatin1String(recordColumns)),
                 {uid.toBytes()}, readSession);
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
        const auto sql =
            QStringLiteral("INSERT INTO session (%1, date, time, zone, utc_ms) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET "
                           "date = excluded.date, time = excluded.time, zone = excluded.zone, "
                           "utc_ms = excluded.utc_ms, modified_utc_ms = excluded.modified_utc_ms, "
                           "deleted_at = excluded.deleted_at, private = excluded.private")
                .arg(QLatin1String(recordColumns));
        const auto saved =
            execute(m_database, sql,
                    recordValues(session.record) +
                        QVariantList{session.date.toString(Qt::ISODate), session.time.toString(timeFormat()),
                                     textValue(QString::fromLatin1(session.zone)), session.utcMs()});
        if (!saved)
            return tl::unexpected(saved.error());
        return sessionOf(m_database, session.record.uid);
    });
}

Result<std::optional<Session>> SessionRepository::current(const Moment &now) const
{
    // The date is the session's own wall date, which is at most a day off ours.
    // What is over by then is left out for speed only: the domain decides.
    const QString from = now.localDate().addDays(-3).toString(Qt::ISODate);
    const auto near =
        collect(m_database,
                QStringLiteral("SELECT %1, date, time, zone FROM session WHERE deleted_at IS NULL "
                               "AND status <> 'cancelled' AND date >= ? ORDER BY date, time LIMIT 32")
                    .arg(QLatin1String(recordColumns)),
                {from}, readSession);
    if (!near)
        return tl::unexpected(near.error());
    return domain::leadingSession(*near, now);
}

Result<void> SessionRepository::remove(const Uid &uid, const Moment &when)
{
    const auto removed = change(
        m_database,
        QStringLiteral(
            "UPDATE session SET deleted_at = ?, modified_utc_ms = ? WHERE uid = ? AND deleted_at IS NULL"),
        {when.utcMs, when.utcMs, uid.toBytes()});
    if (!removed)
        return tl::unexpected(removed.error());
    if (*removed == 0)
        return tl::unexpected(Error{Error::NotFound});
    return {};
}

Result<int> SessionRepository::purge(qint64 deletedBeforeUtcMs)
{
    return change(m_database, QStringLiteral("DELETE FROM session WHERE deleted_at < ?"),
                  {deletedBeforeUtcMs});
}

} // namespace rapport::storage
