// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "core/storage/Database.h"
#include "core/storage/Hardening.h"

struct sqlite3_backup;

namespace rapport::storage {

/// The inside of Database::beginCopy(): the library's online backup between
/// two keyed connections. The pages are decrypted here and encrypted there, so
/// no file holds plain text at any time.
class FileCopy
{
public:
    /// The file is there and empty.
    static Result<std::unique_ptr<FileCopy>> begin(sqlite3 *source, const QString &path, RawKey key);

    /// Removes the file unless it was finished.
    ~FileCopy();
    FileCopy(const FileCopy &) = delete;
    FileCopy &operator=(const FileCopy &) = delete;

    Result<Database::CopyProgress> step(int pages);

private:
    FileCopy(QString path, Handle target);

    QString m_path;
    Handle m_target;
    sqlite3_backup *m_backup = nullptr;
    bool m_finished = false;
};

} // namespace rapport::storage
