// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/PauseRepository.h"

#include "core/storage/RecordColumns.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

using domain::Moment;
using domain::Pause;
using domain::Uid;

namespace {

constexpr qint64 nsPerMs = 1'000'000;

constexpr char ownColumns[] = "starter, planned_ms, held_ms, lasted_ms, ended_utc_ms, ended_offset_min, "
                              "ended_how, boot_id, boot_start_ns, boot_held_ns";

QString selectPauses(const char *rest)
{
    return QStringLiteral("SELECT %1, %2 FROM pause %3")
        .arg(QLatin1String(recordColumns), QLatin1String(ownColumns), QLatin1String(rest));
}

Result<Pause> readPause(const QSqlQuery &query)
{
    const auto record = readRecord(query);
    if (!record)
        return tl::unexpected(record.error());
    constexpr int own = recordColumnCount;
    Pause pause;
    pause.record = *record;
    pause.starter = query.value(own).toString();
    pause.plannedMs = query.value(own + 1).toLongLong();
    pause.mark.heldNs = query.value(own + 2).toLongLong() * nsPerMs;
    if (!query.isNull(own + 3)) {
        const auto how = domain::pauseEndFromId(query.value(own + 6).toString());
        if (!how)
            return tl::unexpected(Error{Error::Damaged});
        pause.end = Pause::End{readMoment(query, own + 4), *how, query.value(own + 3).toLongLong()};
    }
    pause.mark.bootId = query.value(own + 7).toString().toLatin1();
    pause.mark.startNs = query.value(own + 8).toLongLong();
    if (!query.isNull(own + 9))
        pause.mark.heldSinceNs = query.value(own + 9).toLongLong();
    return pause;
}

/// What was stored of a pause, deleted or not; nothing if it is new.
Result<std::optional<Pause>> stored(const Database &database, const Uid &uid)
{
    const auto pause = first(database, selectPauses("WHERE uid = ?"), {uid.toBytes()}, readPause);
    if (pause)
        return std::optional(*pause);
    if (pause.error().kind == Error::NotFound)
        return std::optional<Pause>();
    return tl::unexpected(pause.error());
}

QVariantList ownValues(const Pause &pause)
{
    const bool marked = !pause.end && !pause.mark.bootId.isEmpty();
    QVariantList values{pause.starter, pause.plannedMs, pause.mark.heldNs / nsPerMs};
    if (pause.end)
        values += QVariantList{pause.end->lastedMs, pause.end->when.utcMs, pause.end->when.offsetMin,
                               QString(idOf(pause.end->how))};
    else
        values += QVariantList{QVariant(), QVariant(), QVariant(), QVariant()};
    if (marked)
        values += QVariantList{QString::fromLatin1(pause.mark.bootId), pause.mark.startNs,
                               optionalValue(pause.mark.heldSinceNs)};
    else
        values += QVariantList{QVariant(), QVariant(), QVariant()};
    return values;
}

} // namespace

PauseRepository::PauseRepository(Database &database)
    : m_database(database)
{}

Result<void> PauseRepository::save(const Pause &pause)
{
    if (pause.record.uid.isNull() || pause.starter.isEmpty() || pause.plannedMs <= 0)
        return tl::unexpected(Error{Error::Refused});
    return inTransaction(m_database, [&]() -> Result<void> {
        const auto before = stored(m_database, pause.record.uid);
        if (!before)
            return tl::unexpected(before.error());
        if (*before && (*before)->record.deletedMs)
            return tl::unexpected(Error{Error::NotFound});
        if (*before && (*before)->end)
            return tl::unexpected(Error{Error::Refused});
        const auto sql =
            QStringLiteral(
                "INSERT INTO pause (%1, %2) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (uid) DO UPDATE SET held_ms = excluded.held_ms, "
                "lasted_ms = excluded.lasted_ms, ended_utc_ms = excluded.ended_utc_ms, "
                "ended_offset_min = excluded.ended_offset_min, ended_how = excluded.ended_how, "
                "boot_id = excluded.boot_id, boot_start_ns = excluded.boot_start_ns, "
                "boot_held_ns = excluded.boot_held_ns, modified_utc_ms = excluded.modified_utc_ms")
                .arg(QLatin1String(recordColumns), QLatin1String(ownColumns));
        return execute(m_database, sql, recordValues(pause.record) + ownValues(pause));
    });
}

Result<std::optional<Pause>> PauseRepository::running() const
{
    const auto pause =
        first(m_database,
              selectPauses("WHERE ended_utc_ms IS NULL AND deleted_at IS NULL ORDER BY id DESC LIMIT 1"), {},
              readPause);
    if (pause)
        return std::optional(*pause);
    if (pause.error().kind == Error::NotFound)
        return std::optional<Pause>();
    return tl::unexpected(pause.error());
}

Result<QList<Pause>> PauseRepository::between(const QDate &from, const QDate &to) const
{
    const QDate epoch(1970, 1, 1);
    return collect(m_database,
                   selectPauses("WHERE local_day BETWEEN ? AND ? AND deleted_at IS NULL AND "
                                "ended_utc_ms IS NOT NULL ORDER BY created_utc_ms DESC, id DESC"),
                   {epoch.daysTo(from), epoch.daysTo(to)}, readPause);
}

Result<void> PauseRepository::remove(const Uid &uid, const Moment &when)
{
    return softDelete(m_database, "pause", uid, when);
}

Result<void> PauseRepository::restore(const Uid &uid, const Moment &when)
{
    const auto restored = change(
        m_database, QStringLiteral("UPDATE pause SET deleted_at = NULL, modified_utc_ms = ? WHERE uid = ?"),
        {when.utcMs, uid.toBytes()});
    if (!restored)
        return tl::unexpected(restored.error());
    if (*restored == 0)
        return tl::unexpected(Error{Error::NotFound});
    return {};
}

Result<int> PauseRepository::purge(qint64 deletedBeforeUtcMs)
{
    return change(m_database, QStringLiteral("DELETE FROM pause WHERE deleted_at < ?"), {deletedBeforeUtcMs});
}

} // namespace rapport::storage
