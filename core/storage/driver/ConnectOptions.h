// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace rapport::storage {

/// What QSqlDatabase::setConnectOptions() can say to this driver, separated by
/// semicolons. Each name may begin with QSQLCIPHER_ or with Qt's own QSQLITE_.
/// Unknown options are ignored, as Qt's driver does.
struct ConnectOptions
{
    int busyTimeoutMs = 5000;        ///< …_BUSY_TIMEOUT=ms
    bool readOnly = false;           ///< …_OPEN_READONLY
    bool uri = false;                ///< …_OPEN_URI
    bool sharedCache = false;        ///< …_ENABLE_SHARED_CACHE
    bool extendedResultCodes = true; ///< switched off by …_NO_USE_EXTENDED_RESULT_CODES
    bool regexp = false;             ///< …_ENABLE_REGEXP or …_ENABLE_REGEXP=patterns
    int regexpCacheSize = 25;        ///< compiled patterns kept

    static ConnectOptions parse(const QString &options);

    /// The flags for sqlite3_open_v2().
    int openFlags() const;
};

} // namespace rapport::storage
