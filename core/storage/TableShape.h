// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include <QString>
#include <QVariantList>

#include "core/storage/Error.h"

namespace rapport::storage {

class Database;

/// A table as its declaration has it, for rows that come without a name.
struct TableShape
{
    struct Column
    {
        QString name;
        QString type; ///< as STRICT has it
        bool mayBeNull = true;
        bool hasDefault = false;
        bool isRowId = false; ///< INTEGER PRIMARY KEY: not in the record itself
        QString parent;       ///< the table whose id it refers to, or empty
    };

    QString name;
    std::vector<Column> columns;

    /// Whether a record could be a row of this table: each value of its
    /// column's type. A record that is older than the last columns may end
    /// before them.
    bool fits(const QVariantList &values) const;
};

/// The tables that hold a person's rows, parents before what refers to them.
/// Without those that are made from others (derivedTables) and those that the
/// library keeps for itself.
Result<std::vector<TableShape>> readShapes(const Database &database);

} // namespace rapport::storage
