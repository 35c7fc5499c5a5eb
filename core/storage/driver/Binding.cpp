// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/driver/Binding.h"

#include <limits>

#include <QDateTime>
#include <QUuid>

#include <sqlcipher/sqlite3.h>

namespace rapport::storage {
namespace {

template<typename T>
const T &held(const QVariant &value)
{
    return *static_cast<const T *>(value.constData());
}

template<typename T>
bool holds(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<T>();
}

int bindText(sqlite3_stmt *statement, int parameter, QStringView text, sqlite3_destructor_type keep)
{
    // A null pointer would mean NULL, and an empty view may have one.
    const void *data = text.isEmpty() ? u"" : text.utf16();
    const auto bytes = static_cast<sqlite3_uint64>(text.size()) * sizeof(char16_t);
    return sqlite3_bind_text64(statement, parameter, static_cast<const char *>(data), bytes, keep,
                               SQLITE_UTF16);
}

int bindCopy(sqlite3_stmt *statement, int parameter, const QString &text)
{
    return bindText(statement, parameter, text, SQLITE_TRANSIENT);
}

int bindBlob(sqlite3_stmt *statement, int parameter, QByteArrayView bytes, sqlite3_destructor_type keep)
{
    const char *data = bytes.isEmpty() ? "" : bytes.data();
    return sqlite3_bind_blob64(statement, parameter, data, static_cast<sqlite3_uint64>(bytes.size()), keep);
}

int bindUnsigned(sqlite3_stmt *statement, int parameter, quint64 number)
{
    if (number <= static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return sqlite3_bind_int64(statement, parameter, static_cast<qint64>(number));
    // SQLite has no such integer: as text it keeps every digit where the
    // column's affinity allows it.
    return bindCopy(statement, parameter, QString::number(number));
}

int bindByText(sqlite3_stmt *statement, int parameter, const QVariant &value)
{
    if (holds<QStringView>(value))
        return bindText(statement, parameter, held<QStringView>(value), SQLITE_TRANSIENT);
    if (holds<QLatin1String>(value))
        return bindCopy(statement, parameter, QString(held<QLatin1String>(value)));
    if (holds<QByteArrayView>(value))
        return bindBlob(statement, parameter, held<QByteArrayView>(value), SQLITE_TRANSIENT);
    if (!value.canConvert<QString>())
        return SQLITE_MISMATCH;
    return bindCopy(statement, parameter, value.toString());
}

} // namespace

bool isSqlNull(const QVariant &value)
{
    if (value.isNull())
        return true;
    switch (value.typeId()) {
    case QMetaType::QString:
        return held<QString>(value).isNull();
    case QMetaType::QByteArray:
        return held<QByteArray>(value).isNull();
    case QMetaType::QDate:
        return !held<QDate>(value).isValid();
    case QMetaType::QTime:
        return !held<QTime>(value).isValid();
    case QMetaType::QDateTime:
        return !held<QDateTime>(value).isValid();
    case QMetaType::QUuid:
        return held<QUuid>(value).isNull();
    default:
        return false;
    }
}

int bindParameter(sqlite3_stmt *statement, int parameter, const QVariant &value)
{
    if (isSqlNull(value))
        return sqlite3_bind_null(statement, parameter);
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::SChar:
    case QMetaType::UChar:
        return sqlite3_bind_int64(statement, parameter, value.toLongLong());
    case QMetaType::ULong:
    case QMetaType::ULongLong:
        return bindUnsigned(statement, parameter, value.toULongLong());
    case QMetaType::Float:
    case QMetaType::Double:
        return sqlite3_bind_double(statement, parameter, value.toDouble());
    case QMetaType::QString:
        return bindText(statement, parameter, held<QString>(value), SQLITE_STATIC);
    case QMetaType::QByteArray:
        return bindBlob(statement, parameter, held<QByteArray>(value), SQLITE_STATIC);
    case QMetaType::QTime:
        return bindCopy(statement, parameter, held<QTime>(value).toString(u"hh:mm:ss.zzz"));
    case QMetaType::QDateTime:
        return bindCopy(statement, parameter, held<QDateTime>(value).toString(Qt::ISODateWithMs));
    default:
        return bindByText(statement, parameter, value);
    }
}

} // namespace rapport::storage
