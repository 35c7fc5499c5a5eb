// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// The only file that looks into Qt's private headers.
#include "core/storage/driver/Dialect.h"

#include <QtSql/private/qsqldriver_p.h>

namespace rapport::storage {

// Passing a QSqlDriverPrivate of our own to QSqlDriver's constructor would do
// too, but QObjectPrivate ends the program when Qt's version at run time is not
// the one it was compiled with: after each patch release of a distribution's Qt
// the app would not start. The dialect is not worth that.
void declareDialect(QSqlDriver *driver)
{
    if (qstrcmp(qVersion(), QT_VERSION_STR) != 0)
        return;
    static_cast<QSqlDriverPrivate *>(QObjectPrivate::get(driver))->dbmsType = QSqlDriver::SQLite;
}

} // namespace rapport::storage
