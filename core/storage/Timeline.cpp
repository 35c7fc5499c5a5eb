// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/Timeline.h"

#include <algorithm>

#include "core/storage/RecordColumns.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

using domain::Moment;
using domain::Session;

namespace {

QString isoDate(qint32 day)
{
    return QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate);
}

Result<qint32> readDay(const QSqlQuery &query)
{
    return query.value(0).toInt();
}

Result<CardEvent> readEvent(const QSqlQuery &query)
{
    const auto uid = domain::Uid::fromBytes(query.value(0).toByteArray());
    const auto state = domain::cardStateFromId(query.value(4).toString());
    if (!uid || !state)
        return tl::unexpected(Error{Error::Damaged});
    return CardEvent{*uid, query.value(1).toString(), *state, readMoment(query, 2)};
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
    session.time = QTime::fromString(query.value(own + 1).toString(), QStringLiteral("HH:mm"));
    session.zone = query.value(own + 2).toString().toLatin1();
    if (!session.date.isValid() || !session.time.isValid())
        return tl::unexpected(Error{Error::Damaged});
    return session;
}

} // namespace

Timeline::Timeline(Database &database)
    : m_database(database)
{}

Result<QList<qint32>> Timeline::daysBefore(qint32 day, int limit, const Moment &now) const
{
    // Each part stops by itself along its own index; so a page costs the same
    // in the first month and in the tenth year.
    const int most = std::max(limit, 0);
    return collect(
        m_database,
        QStringLiteral(
            "SELECT day FROM ("
            "SELECT * FROM (SELECT local_day AS day FROM mood_day WHERE local_day < ? "
            "ORDER BY local_day DESC LIMIT ?) "
            "UNION SELECT * FROM (SELECT DISTINCT local_day FROM card WHERE local_day < ? "
            "AND deleted_at IS NULL ORDER BY local_day DESC LIMIT ?) "
            "UNION SELECT * FROM (SELECT DISTINCT local_day FROM card_change WHERE local_day < ? "
            "AND field = 'state' AND new_value IN ('said', 'shown', 'sent', 'some-of-it') "
            "ORDER BY local_day DESC LIMIT ?) "
            "UNION SELECT * FROM (SELECT DISTINCT local_day FROM pause WHERE local_day < ? "
            "AND deleted_at IS NULL AND ended_utc_ms IS NOT NULL ORDER BY local_day DESC LIMIT ?) "
            "UNION SELECT * FROM (SELECT DISTINCT CAST(julianday(date) - 2440587.5 AS INTEGER) FROM session "
            "WHERE date < ? AND utc_ms <= ? AND status <> 'cancelled' AND deleted_at IS NULL "
            "ORDER BY date DESC LIMIT ?)"
            ") ORDER BY day DESC LIMIT ?"),
        {day, most, day, most, day, most, day, most, isoDate(day), now.utcMs, most, most}, readDay);
}

Result<QList<CardEvent>> Timeline::cards(qint32 from, qint32 to) const
{
    return collect(
        m_database,
        QStringLiteral(
            "SELECT uid, text, created_utc_ms AS utc_ms, created_offset_min, 'written' FROM card "
            "WHERE local_day BETWEEN ? AND ? AND deleted_at IS NULL "
            "UNION ALL "
            "SELECT card.uid, card.text, said.changed_utc_ms, said.changed_offset_min, said.new_value "
            "FROM card_change AS said JOIN card ON card.id = said.card "
            "WHERE said.local_day BETWEEN ? AND ? AND said.field = 'state' "
            "AND said.new_value IN ('said', 'shown', 'sent', 'some-of-it') "
            "AND said.new_value = card.state AND card.deleted_at IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM card_change AS later WHERE later.card = said.card "
            "AND later.id > said.id AND later.field = 'state') "
            "ORDER BY utc_ms DESC, 1 DESC"),
        {from, to, from, to}, readEvent);
}

Result<QList<Session>> Timeline::sessions(qint32 from, qint32 to, const Moment &now) const
{
    return collect(m_database,
                   QStringLiteral("SELECT %1, date, time, zone FROM session WHERE date BETWEEN ? AND ? "
                                  "AND utc_ms <= ? AND status <> 'cancelled' AND deleted_at IS NULL "
                                  "ORDER BY date DESC, time DESC")
                       .arg(QLatin1String(recordColumns)),
                   {isoDate(from), isoDate(to), now.utcMs}, readSession);
}

} // namespace rapport::storage
