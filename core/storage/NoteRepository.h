// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>

#include "core/domain/Note.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// Notes and the ledger of what was shared. For the database's thread.
class NoteRepository
{
public:
    explicit NoteRepository(Database &database);

    /// Stores a note together with the ledger's entry for its handing-over,
    /// in one transaction: nothing is shared that is not written down. Refused
    /// if the entry is another note's. A session that is gone is left out.
    Result<void> add(const domain::Note &note, const domain::Share &share);

    /// Another handing-over of a note that is there.
    Result<void> addShare(const domain::Share &share);

    /// Takes an entry out of the ledger whose handing-over did not come about,
    /// and its note with it when nothing of that was ever handed over.
    Result<void> withdraw(const domain::Uid &share);

    /// Notes that are not deleted, newest first.
    Result<QList<domain::Note>> all() const;

    /// The ledger of one note, oldest first.
    Result<QList<domain::Share>> shares(const domain::Uid &note) const;

    /// Soft delete of a note and, with it, of its ledger entries.
    Result<void> remove(const domain::Uid &uid, const domain::Moment &when);

    /// Brings back a note and the ledger entries that were deleted with it.
    Result<void> restore(const domain::Uid &uid, const domain::Moment &when);

    /// Deletes for good what was deleted before an instant, with the lines and
    /// with what the ledger holds of them. The number of notes purged.
    Result<int> purge(qint64 deletedBeforeUtcMs);

private:
    Database &m_database;
};

} // namespace rapport::storage
