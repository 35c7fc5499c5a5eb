// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Disk.h"

#include <cerrno>
#include <cstdio>

#include <QFile>
#include <QFileInfo>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "core/domain/GuiThread.h"
#include "core/vault/PosixFile.h"

namespace rapport::vault {

namespace {

using posix::errorOf;

tl::unexpected<Error> failed()
{
    return tl::unexpected(errorOf(errno));
}

/// Closes when it goes out of scope.
class Descriptor
{
public:
    Descriptor(const QByteArray &path, int flags, mode_t mode = 0)
        : m_fd(::open(path.constData(), flags | O_CLOEXEC, mode))
    {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

Result<void> syncDirectory(const QString &path)
{
    const Descriptor directory(QFile::encodeName(path), O_RDONLY | O_DIRECTORY);
    if (!directory.isOpen())
        return failed();
    // Some network file systems cannot sync a directory and say EINVAL: the
    // rename is as durable there as it gets.
    if (::fsync(directory.fd()) != 0 && errno != EINVAL)
        return failed();
    return {};
}

Result<void> writeAll(int fd, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t count =
            ::write(fd, content.constData() + done, static_cast<size_t>(content.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed();
        done += count;
    }
    return {};
}

Result<void> copyAll(int from, int to)
{
    QByteArray piece(qsizetype{1} << 20, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(from, piece.data(), static_cast<size_t>(piece.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed();
        if (count == 0)
            return {};
        if (const auto written = writeAll(to, QByteArray::fromRawData(piece.constData(), count)); !written)
            return written;
    }
}

Disk::Kind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return Disk::Kind::File;
    return S_ISDIR(mode) ? Disk::Kind::Directory : Disk::Kind::Other;
}

class PosixDisk final : public Disk
{
public:
    Result<Entry> look(const QString &path) const override
    {
        domain::mayWait("the disk");
        const QByteArray name = QFile::encodeName(path);
        struct stat info = {};
        if (::lstat(name.constData(), &info) != 0) {
            if (errno == ENOENT)
                return Entry{};
            return failed();
        }
        // A link that leads nowhere is there all the same.
        if (S_ISLNK(info.st_mode) && ::stat(name.constData(), &info) != 0) {
            if (errno == ENOENT)
                return Entry{Kind::Other, 0};
            return failed();
        }
        return Entry{kindOf(info.st_mode), info.st_size};
    }

    Result<std::vector<QString>> list(const QString &directory) const override
    {
        domain::mayWait("the disk");
        // Not by QDir: it has no way to say that it was not let in, and "empty"
        // would be taken for a first run.
        errno = 0;
        const std::unique_ptr<DIR, int (*)(DIR *)> open(::opendir(QFile::encodeName(directory).constData()),
                                                        ::closedir);
        if (!open && errno == ENOENT)
            return std::vector<QString>{};
        if (!open)
            return failed();
        std::vector<QString> names;
        errno = 0;
        while (const dirent *entry = ::readdir(open.get())) {
            const QByteArray name(entry->d_name);
            if (name != "." && name != "..")
                names.push_back(QFile::decodeName(name));
        }
        if (errno != 0)
            return failed();
        return names;
    }

    Result<QByteArray> read(const QString &path, qint64 atMost) const override
    {
        domain::mayWait("the disk");
        const Descriptor file(QFile::encodeName(path), O_RDONLY | O_NONBLOCK); // a pipe must not hang us
        if (!file.isOpen())
            return failed();
        QByteArray content(static_cast<qsizetype>(atMost), Qt::Uninitialized);
        qsizetype done = 0;
        while (done < content.size()) {
            const ssize_t count =
                ::read(file.fd(), content.data() + done, static_cast<size_t>(content.size() - done));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return failed();
            if (count == 0)
                break;
            done += count;
        }
        content.truncate(done);
        return content;
    }

    Result<void> makeDirectory(const QString &path) override
    {
        domain::mayWait("the disk");
        if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) == 0)
            return syncDirectory(QFileInfo(path).path());
        const int code = errno;
        if (code == EEXIST && QFileInfo(path).isDir())
            return {};
        const QString parent = QFileInfo(path).path();
        if (code != ENOENT || parent == path)
            return tl::unexpected(code == EEXIST ? Error{Error::CannotWrite, code} : errorOf(code));
        if (const auto made = makeDirectory(parent); !made)
            return made;
        if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0)
            return failed();
        return syncDirectory(parent);
    }

    Result<void> write(const QString &path, const QByteArray &content) override
    {
        domain::mayWait("the disk");
        return replace(path, [&content](int target) { return writeAll(target, content); });
    }

    Result<void> copy(const QString &from, const QString &to) override
    {
        domain::mayWait("the disk");
        const Descriptor source(QFile::encodeName(from), O_RDONLY);
        if (!source.isOpen())
            return failed();
        return replace(to, [&source](int target) { return copyAll(source.fd(), target); });
    }

    Result<qint64> room(const QString &directory) const override
    {
        domain::mayWait("the disk");
        struct statvfs info = {};
        if (::statvfs(QFile::encodeName(directory).constData(), &info) != 0)
            return failed();
        return static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize);
    }

    Result<void> settle(const QString &path) override
    {
        domain::mayWait("the disk");
        const Descriptor file(QFile::encodeName(path), O_RDWR);
        if (!file.isOpen() || ::fchmod(file.fd(), S_IRUSR | S_IWUSR) != 0 || ::fsync(file.fd()) != 0)
            return failed();
        return syncDirectory(QFileInfo(path).path());
    }

    Result<std::unique_ptr<Output>> createFile(const QString &path) override
    {
        return posix::createFile(path);
    }

    Result<std::unique_ptr<Input>> openFile(const QString &path) const override
    {
        return posix::openFile(path);
    }

    Result<void> renameFile(const QString &from, const QString &to) override
    {
        return renameDirectory(from, to); // a file goes the same way
    }

    Result<bool> exchange(const QString &one, const QString &other) override
    {
        domain::mayWait("the disk");
#ifdef RENAME_EXCHANGE
        if (::renameat2(AT_FDCWD, QFile::encodeName(one).constData(), AT_FDCWD,
                        QFile::encodeName(other).constData(), RENAME_EXCHANGE) == 0) {
            const auto synced = syncDirectory(QFileInfo(other).path());
            return synced ? Result<bool>(true) : tl::unexpected(synced.error());
        }
        // An old kernel, a file system without it, a sandbox that does not let it through.
        if (errno != ENOSYS && errno != EINVAL && errno != EPERM && errno != ENOTSUP)
            return failed();
#else
        Q_UNUSED(one)
        Q_UNUSED(other)
#endif
        return false;
    }

    Result<void> renameDirectory(const QString &from, const QString &to) override
    {
        domain::mayWait("the disk");
        if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
            return failed();
        return syncDirectory(QFileInfo(to).path());
    }

    Result<void> remove(const QString &path) override
    {
        domain::mayWait("the disk");
        if (std::remove(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
            return failed();
        return {};
    }

private:
    /// What `fill` writes to a descriptor becomes the file, whole.
    template<typename Fill>
    static Result<void> replace(const QString &path, Fill fill)
    {
        const QByteArray temporary = QFile::encodeName(path + QLatin1String(".tmp"));
        auto written = writeSynced(temporary, fill);
        if (written && ::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0)
            written = failed();
        if (!written) {
            ::unlink(temporary.constData());
            return written;
        }
        return syncDirectory(QFileInfo(path).path());
    }

    template<typename Fill>
    static Result<void> writeSynced(const QByteArray &path, Fill fill)
    {
        const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (!file.isOpen())
            return failed();
        if (const auto written = fill(file.fd()); !written)
            return written;
        if (::fsync(file.fd()) != 0)
            return failed();
        return {};
    }
};

} // namespace

std::unique_ptr<Disk> systemDisk()
{
    return std::make_unique<PosixDisk>();
}

} // namespace rapport::vault
