// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/domain/Session.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// Sessions in the database. For the database's thread.
class SessionRepository
{
public:
    explicit SessionRepository(Database &database);

    /// Stores a new session, or the new date, time, zone and person of one that
    /// is there (one that was deleted comes back). Refused without a valid date
    /// and time; NotFound if it is with somebody who is not stored.
    Result<domain::Session> save(const domain::Session &session);

    /// The session that Today speaks of at the given instant, see
    /// domain::leadingSession(); nothing if there is none.
    Result<std::optional<domain::Session>> current(const domain::Moment &now) const;

    /// Those that can count now: the last few days' and those ahead, the
    /// cancelled ones left out.
    Result<QList<domain::Session>> near(const domain::Moment &now) const;

    /// The session that began last before an instant; nothing if none did.
    Result<std::optional<domain::Session>> previous(const domain::Moment &now) const;

    /// Soft delete; NotFound if there is no such session (any more).
    Result<void> remove(const domain::Uid &uid, const domain::Moment &when);

    /// Deletes for good what was deleted before an instant. Notes stay.
    Result<int> purge(qint64 deletedBeforeUtcMs);

private:
    Database &m_database;
};

} // namespace rapport::storage
