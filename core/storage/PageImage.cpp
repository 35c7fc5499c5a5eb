// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/PageImage.h"

#include <algorithm>

#include <QFile>
#include <QFileInfo>

#include <sqlcipher/sqlite3.h>

#include "core/domain/GuiThread.h"
#include "core/storage/Hardening.h"

namespace rapport::storage {

namespace {

constexpr qint64 pageBytes = PageImage::pageSize;
constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner;

tl::unexpected<Error> failed(const QFile &file)
{
    switch (file.error()) {
    case QFileDevice::ResourceError:
        return tl::unexpected(Error{Error::DiskFull});
    case QFileDevice::PermissionsError:
    case QFileDevice::OpenError:
        return tl::unexpected(Error{Error::ReadOnly});
    default:
        return tl::unexpected(Error{Error::Io});
    }
}

/// Removes its files when it goes out of scope, and before anything is made.
class Scratch
{
public:
    explicit Scratch(QString name)
        : m_name(std::move(name))
    {
        clear();
    }
    ~Scratch() { clear(); }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    QString copy() const { return m_name; }
    QString journal() const { return m_name + QLatin1String("-journal"); }
    QString cover() const { return m_name + QLatin1String("-cover"); }

private:
    void clear() const
    {
        for (const QString &file : {copy(), journal(), cover(), cover() + QLatin1String("-journal")})
            QFile::remove(file);
    }
    QString m_name;
};

/// One page; what the disk does not give any more, and what is beyond the end
/// of the file, is zero.
QByteArray readPage(QFile &file, qint64 index)
{
    QByteArray page(pageBytes, '\0');
    if (file.seek(index * pageBytes))
        file.read(page.data(), pageBytes);
    return page;
}

/// Copies page by page, so that an unreadable one costs no other.
Result<void> copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failed(source);
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner))
        return failed(target);
    const qint64 pages = (source.size() + pageBytes - 1) / pageBytes;
    for (qint64 i = 0; i < pages; ++i) {
        if (target.write(readPage(source, i)) != pageBytes)
            return failed(target);
    }
    return target.flush() ? Result<void>() : failed(target);
}

/// The first read plays a journal back that a crash left. Whether the page that
/// is read then is good is not of interest here.
Result<void> takeBack(const Scratch &scratch, RawKey key)
{
    const auto handle = openDamaged(scratch.copy(), key);
    if (!handle)
        return tl::unexpected(handle.error());
    sqlite3_exec(handle->get(), "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    return {};
}

struct BadPages
{
    std::vector<bool> good;
    static int note(void *self, int columns, char **values, char **)
    {
        // "HMAC verification failed for page 7"
        auto &good = static_cast<BadPages *>(self)->good;
        const QByteArray line(columns > 0 ? values[0] : nullptr);
        const qsizetype at = line.indexOf("page ");
        const auto number = at < 0 ? 0 : line.mid(at + 5).split(' ').first().toUInt();
        if (number >= 1 && number <= good.size())
            good[number - 1] = false;
        else
            std::fill(good.begin(), good.end(), false); // a line that is not known
        return 0;
    }
};

/// Which pages bear a right tag. Reads past bad ones.
Result<std::vector<bool>> checkTags(const QString &path, RawKey key, std::size_t pages)
{
    const auto handle = openDamaged(path, key);
    if (!handle)
        return tl::unexpected(handle.error());
    BadPages found{std::vector<bool>(pages, true)};
    if (sqlite3_exec(handle->get(), "PRAGMA cipher_integrity_check", BadPages::note, &found, nullptr) !=
        SQLITE_OK)
        return tl::unexpected(errorFrom(handle->get(), sqlite3_extended_errcode(handle->get())));
    return std::move(found.good);
}

/// A file of at least so many pages under the same key, all sealed, none with
/// anything in it.
Result<void> makeCover(const QString &path, RawKey key, qint64 pages)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner))
        return failed(file);
    file.close();
    const auto handle = openDamaged(path, key);
    if (!handle)
        return tl::unexpected(handle.error());
    QByteArray sql("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE cover (room);");
    constexpr qint64 most = 100'000; // pages in one value, which has its limit
    for (qint64 left = pages; left > 0; left -= most)
        sql += "INSERT INTO cover VALUES (zeroblob(" +
               QByteArray::number(std::min(left, most) * static_cast<qint64>(PageImage::usableSize)) + "));";
    if (sqlite3_exec(handle->get(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(errorFrom(handle->get(), sqlite3_extended_errcode(handle->get())));
    return {};
}

/// Puts the good pages of the copy over the cover's.
Result<void> layGoodPages(const Scratch &scratch, const std::vector<bool> &good)
{
    QFile from(scratch.copy());
    QFile to(scratch.cover());
    if (!from.open(QIODevice::ReadOnly))
        return failed(from);
    if (!to.open(QIODevice::ReadWrite))
        return failed(to);
    for (std::size_t i = 0; i < good.size(); ++i) {
        const auto index = static_cast<qint64>(i);
        if (good[i] && (!to.seek(index * pageBytes) || to.write(readPage(from, index)) != pageBytes))
            return failed(to);
    }
    return to.flush() ? Result<void>() : failed(to);
}

} // namespace

void WipedPages::operator()(unsigned char *bytes) const
{
    volatile unsigned char *at = bytes; // or the compiler may leave it out
    for (std::size_t i = 0; i < size; ++i)
        at[i] = 0;
    sqlite3_free(bytes);
}

Result<PageImage> PageImage::read(const QString &path, RawKey key, const QString &scratch)
{
    domain::mayWait("a damaged database");
    const QFileInfo file(path);
    if (!file.isFile() || file.size() == 0)
        return tl::unexpected(Error{Error::Missing});
    const Scratch files(scratch);
    if (const auto copied = copyFile(path, files.copy()); !copied)
        return tl::unexpected(copied.error());
    const QString journal = path + QLatin1String("-journal");
    if (QFileInfo::exists(journal)) {
        if (const auto copied = copyFile(journal, files.journal()); !copied)
            return tl::unexpected(copied.error());
        if (const auto done = takeBack(files, key); !done)
            return tl::unexpected(done.error());
        QFile::remove(files.journal()); // the copy's
    }

    const qint64 pages = QFileInfo(files.copy()).size() / pageBytes;
    auto good = checkTags(files.copy(), key, static_cast<std::size_t>(pages));
    if (!good)
        return tl::unexpected(good.error());
    if (std::find(good->begin(), good->end(), true) == good->end())
        return tl::unexpected(Error{Error::WrongKey});
    const bool covered = std::find(good->begin(), good->end(), false) != good->end();
    if (covered) {
        if (const auto made = makeCover(files.cover(), key, pages); !made)
            return tl::unexpected(made.error());
        if (const auto laid = layGoodPages(files, *good); !laid)
            return tl::unexpected(laid.error());
    }

    const auto handle = openDamaged(covered ? files.cover() : files.copy(), key);
    if (!handle)
        return tl::unexpected(handle.error());
    sqlite3_int64 size = 0;
    PageImage image;
    image.m_bytes.reset(sqlite3_serialize(handle->get(), "main", &size, 0));
    if (!image.m_bytes)
        return tl::unexpected(errorFrom(handle->get(), sqlite3_extended_errcode(handle->get())));
    image.m_bytes.get_deleter().size = static_cast<std::size_t>(size);
    image.m_good = std::move(*good);
    return image;
}

quint32 PageImage::badPages() const
{
    return static_cast<quint32>(std::count(m_good.begin(), m_good.end(), false));
}

std::span<const std::byte> PageImage::page(quint32 number) const
{
    const std::size_t at = (static_cast<std::size_t>(number) - 1) * pageSize;
    if (number == 0 || number > m_good.size() || !m_good[number - 1] ||
        at + pageSize > m_bytes.get_deleter().size)
        return {};
    return std::as_bytes(std::span(m_bytes.get(), m_bytes.get_deleter().size)).subspan(at, usableSize);
}

} // namespace rapport::storage
