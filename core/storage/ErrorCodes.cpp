// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/ErrorCodes.h"

#include <cerrno>

#include <sqlcipher/sqlite3.h>

namespace rapport::storage {

namespace {

bool meansFull(int systemError)
{
#ifdef EDQUOT
    if (systemError == EDQUOT)
        return true;
#endif
    return systemError == ENOSPC || systemError == EFBIG;
}

bool meansReadOnly(int systemError)
{
    return systemError == EACCES || systemError == EPERM || systemError == EROFS;
}

/// The file system did not do what was asked.
Error::Kind fileKind(int systemError)
{
    if (meansFull(systemError))
        return Error::DiskFull;
    if (meansReadOnly(systemError))
        return Error::ReadOnly;
    if (systemError == ENOENT)
        return Error::Missing;
    return Error::Io;
}

} // namespace

Error::Kind errorKind(int extendedCode, int systemError)
{
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return Error::DiskFull;
    case SQLITE_READONLY:
        return Error::ReadOnly;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return fileKind(systemError);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error::Busy;
    case SQLITE_INTERRUPT:
        return Error::Interrupted;
    case SQLITE_CONSTRAINT:
    case SQLITE_AUTH:
    case SQLITE_TOOBIG:
        return Error::Refused;
    // A page that does not decrypt is answered by SQLITE_ERROR. Our statements
    // are fixed, so it is the file and not the statement.
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return Error::Damaged;
    default:
        return Error::Internal;
    }
}

} // namespace rapport::storage
