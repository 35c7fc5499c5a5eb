// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/PosixFile.h"

#include <cerrno>
#include <utility>

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/domain/GuiThread.h"

namespace rapport::vault::posix {

namespace {

tl::unexpected<Error> failed()
{
    return tl::unexpected(errorOf(errno));
}

class Output final : public Disk::Output
{
public:
    Output(int fd, QByteArray path)
        : m_fd(fd)
        , m_path(std::move(path))
    {}

    ~Output() override
    {
        if (m_fd < 0)
            return;
        ::close(m_fd);
        ::unlink(m_path.constData());
    }
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    Result<void> append(std::span<const std::byte> bytes) override
    {
        domain::mayWait("the disk");
        while (!bytes.empty()) {
            const ssize_t count = ::write(m_fd, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return failed();
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
        return {};
    }

    Result<void> finish() override
    {
        domain::mayWait("the disk");
        if (::fsync(m_fd) != 0)
            return failed();
#ifdef POSIX_FADV_DONTNEED
        static_cast<void>(::posix_fadvise(m_fd, 0, 0, POSIX_FADV_DONTNEED)); // a wish, not a need
#endif
        // Some network file systems tell only now that a write failed.
        if (::close(std::exchange(m_fd, -1)) != 0 && errno != EINTR) {
            const int code = errno;
            ::unlink(m_path.constData());
            return tl::unexpected(errorOf(code));
        }
        return {};
    }

private:
    int m_fd;
    QByteArray m_path;
};

class Input final : public Disk::Input
{
public:
    Input(int fd, qint64 size)
        : m_fd(fd)
        , m_size(size)
    {}
    ~Input() override { ::close(m_fd); }
    Input(const Input &) = delete;
    Input &operator=(const Input &) = delete;

    qint64 size() const override { return m_size; }

    Result<std::size_t> read(std::span<std::byte> bytes) override
    {
        domain::mayWait("the disk");
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t count = ::read(m_fd, bytes.data() + done, bytes.size() - done);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return failed();
            if (count == 0)
                break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

private:
    int m_fd;
    qint64 m_size;
};

} // namespace

Error errorOf(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: // what a FAT stick answers beyond 4 GiB, among others
        return {Error::DiskFull, code};
    case ENOTEMPTY:
    case EEXIST:
        return {Error::NotFirstRun, code};
    case EACCES:
    case EPERM:
    case EROFS:
    case EIO:
    case ENOTDIR:
    case EISDIR:
    case ELOOP:
    case ENOENT:
    case ENAMETOOLONG:
        return {Error::CannotWrite, code};
    default:
        return {Error::Internal, code};
    }
}

Result<std::unique_ptr<Disk::Output>> createFile(const QString &path)
{
    domain::mayWait("the disk");
    const QByteArray name = QFile::encodeName(path);
    const int fd =
        ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return tl::unexpected(errno == EEXIST ? Error{Error::CannotWrite, EEXIST} : errorOf(errno));
    return std::make_unique<Output>(fd, name);
}

Result<std::unique_ptr<Disk::Input>> openFile(const QString &path)
{
    domain::mayWait("the disk");
    // A pipe must not hang us.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return failed();
    struct stat info = {};
    const bool known = ::fstat(fd, &info) == 0;
    auto input = std::make_unique<Input>(fd, known ? info.st_size : 0); // closes it from here on
    if (!known)
        return failed();
    if (!S_ISREG(info.st_mode))
        return tl::unexpected(Error{Error::CannotWrite, EISDIR});
    return input;
}

} // namespace rapport::vault::posix
