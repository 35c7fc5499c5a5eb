// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <vector>

#include <QByteArray>
#include <QString>

#include "core/vault/Error.h"

namespace rapport::vault {

/// What the vault needs of a file system, with its promises of durability.
/// Injected; each call is one step that can fail, or be the last one before
/// the power goes. Errors: DiskFull, CannotWrite, Internal.
class Disk
{
public:
    virtual ~Disk() = default;

    enum class Kind { Absent, File, Directory, Other };
    struct Entry
    {
        Kind kind = Kind::Absent; ///< Absent only if the system says so; unreadable is an error
        qint64 size = 0;          ///< bytes, of a file
    };
    virtual Result<Entry> look(const QString &path) const = 0;

    /// Names in a directory without "." and ".."; none when it is absent.
    virtual Result<std::vector<QString>> list(const QString &directory) const = 0;

    /// The first bytes of a file, at most as many as asked for.
    virtual Result<QByteArray> read(const QString &path, qint64 atMost) const = 0;

    /// Makes a directory (and its parents) with mode 0700, durably. One that
    /// is there already is success.
    virtual Result<void> makeDirectory(const QString &path) = 0;

    /// Replaces a file: a neighbour is written with mode 0600, synced, renamed
    /// over it and the directory synced. The old or the new content is there at
    /// any moment, never a part.
    virtual Result<void> write(const QString &path, const QByteArray &content) = 0;

    /// The same with the bytes of another file, which nobody writes to meanwhile.
    virtual Result<void> copy(const QString &from, const QString &to) = 0;

    /// Bytes that this account may still write to the file system of a directory.
    virtual Result<qint64> room(const QString &directory) const = 0;

    /// Gives a file that someone else wrote the mode 0600 and syncs it.
    virtual Result<void> settle(const QString &path) = 0;

    /// Renames a directory, or a file over another, and syncs its new parent. A target that is a directory
    /// with anything in it is refused with NotFirstRun.
    virtual Result<void> renameDirectory(const QString &from, const QString &to) = 0;

    /// Removes a file or an empty directory; an absent one is success.
    virtual Result<void> remove(const QString &path) = 0;
};

/// The file system of this machine.
std::unique_ptr<Disk> systemDisk();

} // namespace rapport::vault
