// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/driver/ConnectOptions.h"

#include <optional>

#include <QList>

#include <sqlcipher/sqlite3.h>

namespace rapport::storage {
namespace {

/// The name without its prefix; empty when it has neither.
QStringView withoutPrefix(QStringView name)
{
    for (QStringView prefix : {QStringView(u"QSQLITE_"), QStringView(u"QSQLCIPHER_")}) {
        if (name.startsWith(prefix))
            return name.sliced(prefix.size());
    }
    return {};
}

std::optional<int> number(QStringView text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

void setValue(ConnectOptions &options, QStringView name, int value)
{
    if (name == u"BUSY_TIMEOUT") {
        options.busyTimeoutMs = value;
    } else if (name == u"ENABLE_REGEXP") {
        options.regexp = true;
        if (value > 0)
            options.regexpCacheSize = value;
    }
}

void setFlag(ConnectOptions &options, QStringView name)
{
    if (name == u"OPEN_READONLY")
        options.readOnly = true;
    else if (name == u"OPEN_URI")
        options.uri = true;
    else if (name == u"ENABLE_SHARED_CACHE")
        options.sharedCache = true;
    else if (name == u"NO_USE_EXTENDED_RESULT_CODES")
        options.extendedResultCodes = false;
    else if (name == u"ENABLE_REGEXP")
        options.regexp = true;
}

} // namespace

ConnectOptions ConnectOptions::parse(const QString &options)
{
    ConnectOptions parsed;
    const auto parts = QStringView(options).split(u';');
    for (QStringView part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0)
            setFlag(parsed, withoutPrefix(part.trimmed()));
        else if (const auto value = number(part.sliced(equals + 1).trimmed()))
            setValue(parsed, withoutPrefix(part.left(equals).trimmed()), *value);
    }
    return parsed;
}

int ConnectOptions::openFlags() const
{
    // A connection belongs to one thread, as everything in Qt Sql does, so
    // SQLite need not lock it.
    int flags = SQLITE_OPEN_NOMUTEX;
    flags |= readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    flags |= sharedCache ? SQLITE_OPEN_SHAREDCACHE : SQLITE_OPEN_PRIVATECACHE;
    if (uri)
        flags |= SQLITE_OPEN_URI;
    return flags;
}

} // namespace rapport::storage
