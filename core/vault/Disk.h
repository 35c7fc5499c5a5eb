// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <span>
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

    /// A file that is being written, from its beginning on. One that was not
    /// finished is removed with this object, though not by a kill.
    class Output
    {
    public:
        virtual ~Output() = default;
        virtual Result<void> append(std::span<const std::byte> bytes) = 0;

        /// Syncs and closes it, and has it forgotten by the system's cache, so
        /// that a later look is one at the medium. Nothing is appended after it.
        virtual Result<void> finish() = 0;
    };

    /// Makes a file with mode 0600 where there is nothing; CannotWrite where
    /// there is.
    virtual Result<std::unique_ptr<Output>> createFile(const QString &path) = 0;

    /// A file that is being read, from its beginning on.
    class Input
    {
    public:
        virtual ~Input() = default;
        virtual qint64 size() const = 0; ///< bytes, as it was opened

        /// The next bytes; fewer than asked for only at the end.
        virtual Result<std::size_t> read(std::span<std::byte> bytes) = 0;
    };

    /// Opens a file; CannotWrite for what is none.
    virtual Result<std::unique_ptr<Input>> openFile(const QString &path) const = 0;

    /// Gives a file another name in its directory, in one step, whatever had
    /// that name, and syncs the directory.
    virtual Result<void> renameFile(const QString &from, const QString &to) = 0;

    /// Lets two directories (or what stands in their place) exchange their
    /// names in one step and syncs their parent. False, and nothing changed,
    /// where the system or the file system has no such step.
    virtual Result<bool> exchange(const QString &one, const QString &other) = 0;

    /// Renames a directory, or a file over another, and syncs its new parent. A
    /// target that is a directory with anything in it is refused with NotFirstRun.
    virtual Result<void> renameDirectory(const QString &from, const QString &to) = 0;

    /// Removes a file or an empty directory; an absent one is success.
    virtual Result<void> remove(const QString &path) = 0;
};

/// The file system of this machine.
std::unique_ptr<Disk> systemDisk();

} // namespace rapport::vault
