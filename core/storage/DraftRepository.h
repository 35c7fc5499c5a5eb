// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QString>

#include "core/storage/Database.h"

namespace rapport::storage {

/// What is being typed, so that a crash or a lock loses at most the last half
/// second. One row per place that is typed in. For the database's thread.
class DraftRepository
{
public:
    explicit DraftRepository(Database &database);

    /// The place is a stable ASCII name: "today", "card:<uid>", …
    /// An empty text removes the row.
    Result<void> save(const QString &place, const QString &text, qint64 modifiedUtcMs);

    /// Empty when there is none.
    Result<QString> text(const QString &place) const;

private:
    Database &m_database;
};

/// Personal settings that live in the vault: a stable ASCII name and a text.
class SettingRepository
{
public:
    explicit SettingRepository(Database &database);
    Result<void> save(const QString &name, const QString &value);
    /// Empty when it was never set.
    Result<QString> value(const QString &name) const;

private:
    Database &m_database;
};

} // namespace rapport::storage
