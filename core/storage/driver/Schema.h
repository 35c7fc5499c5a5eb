// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QString>
#include <QStringList>
#include <QtSql/qtsqlglobal.h>

namespace rapport::storage {

/// A table's name taken apart. Each part may be bare, "quoted", [bracketed] or
/// `ticked`; a dot outside quotes divides schema and table.
struct TableName
{
    QString schema; ///< null when none was named
    QString table;

    static TableName parse(const QString &written);
};

/// Quotes an identifier for SQL, unless it is quoted. A text with both [ and ] counts as quoted
/// already, as for Qt's SQLite driver. In a table's name a dot divides schema
/// and table.
QString escapedIdentifier(const QString &identifier, bool isTable);

/// The functions below read a schema through a query of the connection.
/// Tables and views of the main and the temporary schema.
QStringList tableNames(QSqlQuery query, QSql::TableType type);

/// A table's or view's columns, generated ones as read-only fields; empty when
/// there is no such table.
QSqlRecord tableRecord(QSqlQuery query, const QString &table);

/// The columns of the primary key in the key's order.
QSqlIndex tablePrimaryIndex(QSqlQuery query, const QString &table);

} // namespace rapport::storage
