// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QDate>
#include <QList>

#include "core/domain/Pause.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// Pauses in the database. For the database's thread.
class PauseRepository
{
public:
    explicit PauseRepository(Database &database);

    /// Stores a pause that begins, or what has become of one that is there: a
    /// hold, its end. Refused without a uid, a starter or a length; Refused as
    /// well for a change of one that is over. NotFound if it was deleted.
    Result<void> save(const domain::Pause &pause);

    /// The pause that runs, the newest if there are several; nothing if none does.
    Result<std::optional<domain::Pause>> running() const;

    /// The pauses that began on these days, both included, and are over;
    /// the newest first.
    Result<QList<domain::Pause>> between(const QDate &from, const QDate &to) const;

    /// Soft delete; NotFound if there is no such pause (any more).
    Result<void> remove(const domain::Uid &uid, const domain::Moment &when);

    /// Takes a soft delete back; NotFound if it was purged.
    Result<void> restore(const domain::Uid &uid, const domain::Moment &when);

    /// Deletes for good what was deleted before an instant.
    Result<int> purge(qint64 deletedBeforeUtcMs);

private:
    Database &m_database;
};

} // namespace rapport::storage
