// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/CheckInRepository.h"

#include <algorithm>

#include "core/domain/Text.h"
#include "core/storage/RecordColumns.h"
#include "core/storage/SearchText.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

using domain::CheckIn;
using domain::Moment;
using domain::MoodDay;
using domain::Uid;

namespace {

constexpr char ownColumns[] =
    "felt_utc_ms, felt_offset_min, felt_day, pleasantness, steps, energy, energy_steps, note";

/// A check-in together with its row id, which stays inside this file.
struct Row
{
    qint64 id = 0;
    CheckIn checkIn;
};

QString selectCheckIns(const char *rest)
{
    return QStringLiteral("SELECT %1, %2, id FROM check_in %3")
        .arg(QLatin1String(recordColumns), QLatin1String(ownColumns), QLatin1String(rest));
}

QVariantList ownValues(const CheckIn &checkIn)
{
    return {checkIn.felt.utcMs,
            checkIn.felt.offsetMin,
            checkIn.felt.localDay(),
            checkIn.pleasantness,
            checkIn.steps,
            optionalValue(checkIn.energy),
            optionalValue(checkIn.energySteps),
            textValue(checkIn.note)};
}

std::optional<int> optionalNumber(const QSqlQuery &query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(query.value(column).toInt());
}

Result<Row> readRow(const QSqlQuery &query)
{
    const auto record = readRecord(query);
    if (!record)
        return tl::unexpected(record.error());
    constexpr int own = recordColumnCount;
    CheckIn checkIn;
    checkIn.record = *record;
    checkIn.felt = readMoment(query, own); // own + 2 is derived
    checkIn.pleasantness = query.value(own + 3).toInt();
    checkIn.steps = query.value(own + 4).toInt();
    checkIn.energy = optionalNumber(query, own + 5);
    checkIn.energySteps = optionalNumber(query, own + 6);
    checkIn.note = query.value(own + 7).toString();
    return Row{query.value(own + 8).toLongLong(), checkIn};
}

Result<CheckIn> readCheckIn(const QSqlQuery &query)
{
    return readRow(query).map([](const Row &row) { return row.checkIn; });
}

/// A check-in, deleted or not.
Result<Row> rowOf(const Database &database, const Uid &uid)
{
    return first(database, selectCheckIns("WHERE uid = ?"), {uid.toBytes()}, readRow);
}

Result<Row> livingRowOf(const Database &database, const Uid &uid)
{
    auto row = rowOf(database, uid);
    if (row && row->checkIn.record.deletedMs)
        return tl::unexpected(Error{Error::NotFound});
    return row;
}

/// The check-in with its note in the stored form, or Refused.
Result<CheckIn> normalized(const CheckIn &checkIn)
{
    const auto note = domain::normalizedText(checkIn.note);
    const bool noteFits = note || note.error() == domain::TextError::Empty;
    if (!noteFits || checkIn.record.uid.isNull() || !isValid(checkIn))
        return tl::unexpected(Error{Error::Refused});
    CheckIn stored = checkIn;
    stored.note = note.value_or(QLatin1String(""));
    return stored;
}

QString searchKind()
{
    return QStringLiteral("check-in");
}

/// Puts the note into the index under the moment that it speaks of. What was
/// there is taken out first: a back-dated note is to be found at its new time.
Result<void> indexNote(const Database &database, qint64 id, const CheckIn &checkIn)
{
    const auto cleared = execute(
        database, QStringLiteral("DELETE FROM search_text WHERE kind = ? AND owner = ?"), {searchKind(), id});
    if (!cleared || checkIn.note.isEmpty())
        return cleared;
    return indexText(database, searchKind(), id, checkIn.felt.utcMs, checkIn.note);
}

/// Writes a check-in's row as it is to be.
Result<CheckIn> write(const Database &database, const Row &row, CheckIn to, const Moment &when)
{
    if (to == row.checkIn)
        return to;
    to.record.modifiedUtcMs = when.utcMs;
    const auto written = execute(
        database,
        QStringLiteral("UPDATE check_in SET felt_utc_ms = ?, felt_offset_min = ?, felt_day = ?, "
                       "pleasantness = ?, steps = ?, energy = ?, energy_steps = ?, note = ?, private = ?, "
                       "deleted_at = ?, modified_utc_ms = ? WHERE id = ?"),
        ownValues(to) + QVariantList{to.record.isPrivate ? 1 : 0, optionalValue(to.record.deletedMs),
                                     to.record.modifiedUtcMs, row.id});
    if (!written)
        return tl::unexpected(written.error());
    if (to.note != row.checkIn.note || to.felt != row.checkIn.felt) {
        if (const auto indexed = indexNote(database, row.id, to); !indexed)
            return tl::unexpected(indexed.error());
    }
    return to;
}

Result<MoodDay> readMoodDay(const QSqlQuery &query)
{
    return MoodDay{query.value(0).toInt(), query.value(1).toInt(), query.value(2).toInt(),
                   query.value(3).toInt(), query.value(4).toInt(), query.value(5).toInt(),
                   query.value(6).toInt()};
}

} // namespace

CheckInRepository::CheckInRepository(Database &database)
    : m_database(database)
{}

Result<CheckIn> CheckInRepository::add(const CheckIn &checkIn)
{
    const auto stored = normalized(checkIn);
    if (!stored)
        return stored;
    return inTransaction(m_database, [&]() -> Result<CheckIn> {
        const auto sql = QStringLiteral("INSERT INTO check_in (%1, %2) "
                                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                             .arg(QLatin1String(recordColumns), QLatin1String(ownColumns));
        const auto id = insert(m_database, sql, recordValues(stored->record) + ownValues(*stored));
        if (!id)
            return tl::unexpected(id.error());
        // There is nothing of it in the index yet.
        if (!stored->note.isEmpty()) {
            const auto indexed = indexText(m_database, searchKind(), *id, stored->felt.utcMs, stored->note);
            if (!indexed)
                return tl::unexpected(indexed.error());
        }
        return *stored;
    });
}

Result<CheckIn> CheckInRepository::find(const Uid &uid) const
{
    return livingRowOf(m_database, uid).map([](const Row &row) { return row.checkIn; });
}

Result<CheckIn> CheckInRepository::update(const CheckIn &checkIn, const Moment &when)
{
    const auto wanted = normalized(checkIn);
    if (!wanted)
        return wanted;
    return inTransaction(m_database, [&]() -> Result<CheckIn> {
        const auto row = livingRowOf(m_database, wanted->record.uid);
        if (!row)
            return tl::unexpected(row.error());
        CheckIn to = *wanted;
        to.record = row->checkIn.record;
        to.record.isPrivate = wanted->record.isPrivate;
        return write(m_database, *row, to, when);
    });
}

Result<void> CheckInRepository::remove(const Uid &uid, const Moment &when)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        const auto row = livingRowOf(m_database, uid);
        if (!row)
            return tl::unexpected(row.error());
        CheckIn to = row->checkIn;
        to.record.deletedMs = when.utcMs;
        return write(m_database, *row, to, when).map([](const CheckIn &) {});
    });
}

Result<CheckIn> CheckInRepository::restore(const Uid &uid, const Moment &when)
{
    return inTransaction(m_database, [&]() -> Result<CheckIn> {
        const auto row = rowOf(m_database, uid);
        if (!row)
            return tl::unexpected(row.error());
        CheckIn to = row->checkIn;
        to.record.deletedMs.reset();
        return write(m_database, *row, to, when);
    });
}

Result<QList<CheckIn>> CheckInRepository::deleted() const
{
    return collect(m_database,
                   selectCheckIns("WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC"), {},
                   readCheckIn);
}

Result<int> CheckInRepository::purge(qint64 deletedBeforeUtcMs)
{
    return inTransaction(m_database, [&]() -> Result<int> {
        // Schema 1 has no trigger for this; the note must not outlive its row.
        const auto cleared = execute(m_database,
                                     QStringLiteral("DELETE FROM search_text WHERE kind = ? AND owner IN "
                                                    "(SELECT id FROM check_in WHERE deleted_at < ?)"),
                                     {searchKind(), deletedBeforeUtcMs});
        if (!cleared)
            return tl::unexpected(cleared.error());
        return change(m_database, QStringLiteral("DELETE FROM check_in WHERE deleted_at < ?"),
                      {deletedBeforeUtcMs});
    });
}

Result<std::optional<CheckIn>> CheckInRepository::latest() const
{
    return page(std::nullopt, 1).map([](const QList<CheckIn> &newest) {
        return newest.isEmpty() ? std::nullopt : std::optional(newest.first());
    });
}

Result<QList<CheckIn>> CheckInRepository::page(const std::optional<CheckIn> &after, int limit) const
{
    const int most = std::max(limit, 0);
    if (!after)
        return collect(m_database,
                       selectCheckIns("WHERE deleted_at IS NULL "
                                      "ORDER BY felt_day DESC, felt_utc_ms DESC, uid DESC LIMIT ?"),
                       {most}, readCheckIn);
    return collect(m_database,
                   selectCheckIns("WHERE deleted_at IS NULL AND (felt_day, felt_utc_ms, uid) < (?, ?, ?) "
                                  "ORDER BY felt_day DESC, felt_utc_ms DESC, uid DESC LIMIT ?"),
                   {after->felt.localDay(), after->felt.utcMs, after->record.uid.toBytes(), most},
                   readCheckIn);
}

Result<QList<CheckIn>> CheckInRepository::days(qint32 from, qint32 to) const
{
    return collect(m_database,
                   selectCheckIns("WHERE deleted_at IS NULL AND felt_day BETWEEN ? AND ? "
                                  "ORDER BY felt_day DESC, felt_utc_ms DESC, uid DESC"),
                   {from, to}, readCheckIn);
}

Result<QList<MoodDay>> CheckInRepository::moodDays(qint32 from, qint32 to) const
{
    return collect(
        m_database,
        QStringLiteral("SELECT local_day, check_ins, pleasantness_sum, pleasantness_min, pleasantness_max, "
                       "energy_count, energy_sum FROM mood_day WHERE local_day BETWEEN ? AND ? "
                       "ORDER BY local_day"),
        {from, to}, readMoodDay);
}

Result<QList<qint32>> CheckInRepository::daysBefore(qint32 day, int limit) const
{
    return collect(m_database,
                   QStringLiteral("SELECT local_day FROM mood_day WHERE local_day < ? "
                                  "ORDER BY local_day DESC LIMIT ?"),
                   {day, std::max(limit, 0)},
                   [](const QSqlQuery &query) -> Result<qint32> { return query.value(0).toInt(); });
}

} // namespace rapport::storage
