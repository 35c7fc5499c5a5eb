// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/driver/Connection.h"

#include <sqlcipher/sqlite3.h>

namespace rapport::storage {

QSqlError makeError(sqlite3 *handle, const QString &doing, QSqlError::ErrorType type, int code)
{
    const char *text = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    return QSqlError(doing, QString::fromUtf8(text), type, QString::number(code));
}

} // namespace rapport::storage
