// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/driver/Column.h"

#include <QSqlField>

#include <sqlcipher/sqlite3.h>

namespace rapport::storage {
namespace {

QString unquoted(const char *name)
{
    return QString::fromUtf8(name).remove(u'"');
}

QMetaType storedType(int storageClass)
{
    switch (storageClass) {
    case SQLITE_INTEGER:
        return QMetaType(QMetaType::Int);
    case SQLITE_FLOAT:
        return QMetaType(QMetaType::Double);
    case SQLITE_BLOB:
        return QMetaType(QMetaType::QByteArray);
    case SQLITE_TEXT:
        return QMetaType(QMetaType::QString);
    default:
        return QMetaType();
    }
}

QVariant floating(sqlite3_stmt *statement, int column, QSql::NumericalPrecisionPolicy policy)
{
    switch (policy) {
    case QSql::LowPrecisionInt32:
        return sqlite3_column_int(statement, column);
    case QSql::LowPrecisionInt64:
        return static_cast<qint64>(sqlite3_column_int64(statement, column));
    default:
        return sqlite3_column_double(statement, column);
    }
}

} // namespace

QMetaType declaredType(const QString &declaration)
{
    const QString type = declaration.toLower();
    if (type == u"integer" || type == u"int")
        return QMetaType(QMetaType::Int);
    if (type == u"double" || type == u"float" || type == u"real" || type.startsWith(u"numeric"))
        return QMetaType(QMetaType::Double);
    if (type == u"blob")
        return QMetaType(QMetaType::QByteArray);
    if (type == u"boolean" || type == u"bool")
        return QMetaType(QMetaType::Bool);
    return QMetaType(QMetaType::QString);
}

QSqlRecord columnsOf(sqlite3_stmt *statement, bool onRow)
{
    QSqlRecord columns;
    const int count = sqlite3_column_count(statement);
    for (int i = 0; i < count; ++i) {
        const QString declaration = QString::fromUtf8(sqlite3_column_decltype(statement, i));
        // Asking for the class of a value is undefined where there is no row.
        const int storageClass = onRow ? sqlite3_column_type(statement, i) : -1;
        QSqlField field(unquoted(sqlite3_column_name(statement, i)),
                        declaration.isEmpty() ? storedType(storageClass) : declaredType(declaration),
                        unquoted(sqlite3_column_table_name(statement, i)));
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
        field.setSqlType(storageClass);
#endif
        columns.append(field);
    }
    return columns;
}

QVariant columnValue(sqlite3_stmt *statement, int column, QSql::NumericalPrecisionPolicy policy)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return static_cast<qint64>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return floating(statement, column, policy);
    case SQLITE_BLOB: {
        // An empty BLOB comes as a null pointer, and must not become NULL.
        const auto *data = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return QByteArray(data ? data : "", sqlite3_column_bytes(statement, column));
    }
    case SQLITE_NULL:
        return QVariant(QMetaType(QMetaType::QString));
    default: {
        const auto *text = static_cast<const QChar *>(sqlite3_column_text16(statement, column));
        return QString(text, sqlite3_column_bytes16(statement, column) / qsizetype(sizeof(QChar)));
    }
    }
}

} // namespace rapport::storage
