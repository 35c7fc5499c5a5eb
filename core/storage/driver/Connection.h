// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QMutex>
#include <QSqlError>
#include <QString>

struct sqlite3;

namespace rapport::storage {

class SqlCipherResult;

/// What a driver and its results share about one open handle. It outlives the
/// driver as long as a result still holds it, so that a QSqlQuery that is
/// destroyed after its database finds a closed connection, not a dangling one.
struct Connection
{
    sqlite3 *handle = nullptr; ///< null once closed
    /// Keeps the handle from being closed while another thread interrupts it.
    /// Everything else here belongs to the connection's own thread.
    QMutex closing;
    QList<SqlCipherResult *> results; ///< alive, with or without a statement
};

/// An error in the shape that Qt's SQLite driver gives: what we were doing,
/// what SQLite says about it, and its (extended) result code as text.
QSqlError makeError(sqlite3 *handle, const QString &doing, QSqlError::ErrorType type, int code);

} // namespace rapport::storage
