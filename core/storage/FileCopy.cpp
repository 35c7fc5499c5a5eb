// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/FileCopy.h"

#include <algorithm>
#include <utility>

#include <QFile>

#include <sqlcipher/sqlite3.h>

namespace rapport::storage {

FileCopy::FileCopy(QString path, Handle target)
    : m_path(std::move(path))
    , m_target(std::move(target))
{}

Result<std::unique_ptr<FileCopy>> FileCopy::begin(sqlite3 *source, const QString &path, RawKey key)
{
    auto target = openHardened(path, key, false);
    if (!target)
        return tl::unexpected(target.error());
    if (const auto done = waitForNoMedium(target->get()); !done)
        return tl::unexpected(done.error());
    std::unique_ptr<FileCopy> copy(new FileCopy(path, std::move(*target)));
    sqlite3 *handle = copy->m_target.get();
    copy->m_backup = sqlite3_backup_init(handle, "main", source, "main");
    if (!copy->m_backup)
        return tl::unexpected(errorFrom(handle, sqlite3_extended_errcode(handle)));
    return copy;
}

FileCopy::~FileCopy()
{
    if (m_backup)
        sqlite3_backup_finish(m_backup);
    m_target.reset();
    if (m_finished)
        return;
    QFile::remove(m_path + QLatin1String("-journal"));
    QFile::remove(m_path);
}

Result<Database::CopyProgress> FileCopy::step(int pages)
{
    const int code = sqlite3_backup_step(m_backup, pages);
    if (code != SQLITE_OK && code != SQLITE_DONE)
        return tl::unexpected(errorFrom(m_target.get(), code));
    if (code == SQLITE_OK) {
        // Nothing left and yet not done: the next step is the one that ends it.
        return Database::CopyProgress{std::max(1, sqlite3_backup_remaining(m_backup)),
                                      sqlite3_backup_pagecount(m_backup)};
    }
    const int total = sqlite3_backup_pagecount(m_backup);
    const int ended = sqlite3_backup_finish(std::exchange(m_backup, nullptr));
    if (ended != SQLITE_OK)
        return tl::unexpected(errorFrom(m_target.get(), ended));
    m_finished = true;
    return Database::CopyProgress{0, total};
}

} // namespace rapport::storage
