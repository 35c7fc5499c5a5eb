// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QList>

#include "core/domain/CheckIn.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// Check-ins in the database. Every change brings the day's rollup and the
/// search index with it, in the same transaction. For the database's thread.
class CheckInRepository
{
public:
    explicit CheckInRepository(Database &database);

    /// Adds a check-in and gives it back as stored, with its note normalised
    /// (white space alone is no note). Refused if there is one of that uid, a
    /// number is out of its range, or the note is too long or holds NUL.
    Result<domain::CheckIn> add(const domain::CheckIn &checkIn);

    /// NotFound when there is none or it is deleted.
    Result<domain::CheckIn> find(const domain::Uid &uid) const;

    /// Stores when it was, the numbers, the note and whether it is private; the
    /// rest of the row stays its own. Gives back the check-in as stored.
    Result<domain::CheckIn> update(const domain::CheckIn &checkIn, const domain::Moment &when);

    /// Soft delete; can be undone until it is purged. NotFound if there is no
    /// such check-in (any more). Restoring one that is not deleted changes nothing.
    Result<void> remove(const domain::Uid &uid, const domain::Moment &when);
    Result<domain::CheckIn> restore(const domain::Uid &uid, const domain::Moment &when);

    /// Deleted and not yet purged, newest deletion first.
    Result<QList<domain::CheckIn>> deleted() const;

    /// Deletes for good, with what is in the index, what was deleted before an
    /// instant. The number of check-ins purged.
    Result<int> purge(qint64 deletedBeforeUtcMs);

    /// The check-in of the latest moment; nothing if there is none.
    Result<std::optional<domain::CheckIn>> latest() const;

    /// Up to `limit` check-ins from the newest day and moment on, or those that
    /// follow `after`, the last one of the page before (deleted by now or not).
    Result<QList<domain::CheckIn>> page(const std::optional<domain::CheckIn> &after, int limit) const;

    /// All check-ins of the days from … to, both included, newest first.
    Result<QList<domain::CheckIn>> days(qint32 from, qint32 to) const;

    /// The days from … to, both included, that have check-ins, in their order.
    Result<QList<domain::MoodDay>> moodDays(qint32 from, qint32 to) const;

    /// Up to `limit` days before a day that have check-ins, newest first.
    Result<QList<qint32>> daysBefore(qint32 day, int limit) const;

private:
    Database &m_database;
};

} // namespace rapport::storage
