// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>

#include "core/domain/Person.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// The people of a vault: therapists first of all. For the database's thread.
class PersonRepository
{
public:
    explicit PersonRepository(Database &database);

    /// Stores somebody new, or what is now known of somebody who is there (one
    /// who was deleted comes back). Gives back what was stored: the texts in
    /// their stored form, both may be empty. Refused when one is too long or
    /// holds NUL.
    Result<domain::Person> save(const domain::Person &person);

    /// All of a role who are not deleted, the first one met first.
    Result<QList<domain::Person>> all(domain::PersonRole role) const;

    /// Soft delete; NotFound if there is nobody (any more). Sessions keep
    /// their dates and name nobody while their person is deleted.
    Result<void> remove(const domain::Uid &uid, const domain::Moment &when);

    /// Deletes for good who was deleted before an instant.
    Result<int> purge(qint64 deletedBeforeUtcMs);

private:
    Database &m_database;
};

} // namespace rapport::storage
