// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QSqlQuery>
#include <QVariant>

#include "core/domain/Record.h"
#include "core/storage/Error.h"

// domain::Record as the columns that every table of a person's rows begins with.

namespace rapport::storage {

class Database;

/// The columns in the order of recordValues() and readRecord().
inline constexpr char recordColumns[] =
    "uid, created_utc_ms, created_offset_min, local_day, modified_utc_ms, deleted_at, private";
inline constexpr int recordColumnCount = 7;

/// The values to bind for those columns.
QVariantList recordValues(const domain::Record &record);

/// Reads those columns, which begin at `column`. Damaged if the uid is none.
Result<domain::Record> readRecord(const QSqlQuery &query, int column = 0);

/// A moment from two columns, utc_ms and offset_min.
domain::Moment readMoment(const QSqlQuery &query, int column);

/// Marks the living row of a table as deleted, so that it can be brought back;
/// NotFound if there is none (any more).
Result<void> softDelete(const Database &database, const char *table, const domain::Uid &uid,
                        const domain::Moment &when);

/// NULL for the absent.
template<typename T>
QVariant optionalValue(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace rapport::storage
