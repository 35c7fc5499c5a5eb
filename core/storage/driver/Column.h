// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QMetaType>
#include <QSqlRecord>
#include <QString>
#include <QtSql/qtsqlglobal.h>
#include <QVariant>

struct sqlite3_stmt;

namespace rapport::storage {

/// The type of a field by the type its column was declared with, as Qt's SQLite
/// driver tells it; QString for what it does not know.
QMetaType declaredType(const QString &declaration);

/// The columns of a statement. Where no type was declared (an expression), the
/// type of the current row's value is taken, or none if there is no row.
QSqlRecord columnsOf(sqlite3_stmt *statement, bool onRow);

/// The value in a column of the current row (0 is the first). NULL is a null
/// QString; the policy decides about floating point numbers only.
QVariant columnValue(sqlite3_stmt *statement, int column, QSql::NumericalPrecisionPolicy policy);

} // namespace rapport::storage
