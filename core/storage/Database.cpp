// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/Database.h"

#include <algorithm>
#include <atomic>

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

#include <sqlcipher/sqlite3.h>

#include "core/domain/GuiThread.h"
#include "core/storage/driver/SqlCipherDriver.h"
#include "core/storage/ErrorCodes.h"
#include "core/storage/FileCopy.h"
#include "core/storage/Hardening.h"
#include "core/storage/Migration.h"
#include "core/storage/Schema.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

namespace {

QString uniqueConnectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("rapport-%1").arg(++counter);
}

QString journalOf(const QString &path)
{
    return path + QLatin1String("-journal");
}

/// An empty file that only this account reads. The library gives its journals
/// the same permissions.
Result<void> makeEmptyFile(const QString &path)
{
    // A journal that was left behind would be played back into the new file.
    if (QFileInfo::exists(path) || QFileInfo::exists(journalOf(path)))
        return tl::unexpected(Error{Error::Refused});
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return {};
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

/// An empty file opens with any key, so it must not be taken for a vault.
Result<void> requireContent(const QString &path)
{
    const QFileInfo file(path);
    if (!file.isFile() || file.size() == 0)
        return tl::unexpected(Error{Error::Missing});
    return {};
}

/// Why a rekey was rolled back, which the library keeps to itself.
bool hasRoomForJournal(const QString &path)
{
    const QFileInfo file(path);
    const qint64 available = QStorageInfo(file.absolutePath()).bytesAvailable();
    return available < 0 || available > file.size() + file.size() / 8;
}

Result<qint64> number(const Database &database, const QString &sql)
{
    return first(database, sql, {},
                 [](const QSqlQuery &query) -> Result<qint64> { return query.value(0).toLongLong(); });
}

/// Every answer of a check is a line; the expected ones are those given.
Result<void> check(const Database &database, const QString &sql, const QString &fine)
{
    const auto lines = collect(database, sql, {}, [](const QSqlQuery &query) -> Result<QString> {
        return query.value(0).toString();
    });
    if (!lines)
        return tl::unexpected(lines.error());
    for (const QString &line : *lines) {
        if (line != fine)
            return tl::unexpected(Error{Error::Damaged});
    }
    return {};
}

} // namespace

struct Database::Private
{
    QString path;
    QString name;
    int schemaVersion = 0;
    sqlite3 *handle = nullptr; // owned by the driver
    QSqlDatabase sql;
    std::unique_ptr<FileCopy> copy; // an unfinished one
};

Database::Database(std::unique_ptr<Private> d)
    : d(std::move(d))
{}

Database::~Database()
{
    const QString name = d->name;
    d->copy.reset(); // before the connection that it reads
    d->sql.close();
    d->sql = QSqlDatabase(); // the registry warns about a copy that is still held
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Database>> Database::connect(const QString &path, RawKey key, Mode mode)
{
    domain::mayWait("a database");
    auto handle = openHardened(path, key, mode == Mode::ReadOnly);
    if (!handle)
        return tl::unexpected(handle.error());
    auto d = std::make_unique<Private>();
    d->path = path;
    d->name = uniqueConnectionName();
    d->handle = handle->release();
    d->sql =
        QSqlDatabase::addDatabase(new SqlCipherDriver(d->handle, SqlCipherDriver::Ownership::Take), d->name);
    return std::unique_ptr<Database>(new Database(std::move(d)));
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, RawKey key, Mode mode)
{
    return openOrCreate(path, key, mode, newestSchemaVersion());
}

Result<std::unique_ptr<Database>> Database::createAt(const QString &path, RawKey key, int schemaVersion)
{
    return openOrCreate(path, key, Mode::Create, schemaVersion);
}

Result<std::unique_ptr<Database>> Database::openOrCreate(const QString &path, RawKey key, Mode mode,
                                                         int createdAs)
{
    const bool creating = mode == Mode::Create;
    if (const auto ready = creating ? makeEmptyFile(path) : requireContent(path); !ready)
        return tl::unexpected(ready.error());

    auto opened = connect(path, key, mode);
    if (opened) {
        const auto ready = creating ? (*opened)->setUp(createdAs) : (*opened)->takeOver(mode);
        if (!ready)
            opened = tl::unexpected(ready.error()); // closes it
    }
    if (!opened && creating) {
        // Only what this call made: nothing in it was ever answered for.
        QFile::remove(journalOf(path));
        QFile::remove(path);
    }
    return opened;
}

Result<void> Database::rekey(const QString &path, RawKey from, RawKey to)
{
    const auto changed = [&]() -> Result<void> {
        const auto opened = open(path, from, Mode::AsItIs);
        if (!opened)
            return tl::unexpected(opened.error());
        if ((*opened)->schemaVersion() < newestSchemaVersion())
            return tl::unexpected(Error{Error::Refused});
        return changeKey((*opened)->d->handle, to);
    }();
    const auto opened = open(path, to, Mode::AsItIs);
    if (opened)
        return {}; // the file itself says so, and better than the library
    if (!changed)
        return changed;
    if (opened.error().kind != Error::WrongKey)
        return tl::unexpected(opened.error());
    return tl::unexpected(Error{hasRoomForJournal(path) ? Error::Io : Error::DiskFull});
}

Result<void> Database::setUp(int schemaVersion)
{
    if (const auto done = execute(*this, QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
        !done)
        return done;
    return bringUpTo(schemaVersion);
}

Result<void> Database::takeOver(Mode mode)
{
    const auto id = number(*this, QStringLiteral("PRAGMA application_id"));
    if (!id)
        return tl::unexpected(id.error());
    if (*id != applicationId)
        return tl::unexpected(Error{Error::Damaged});
    const auto version = readSchemaVersion();
    if (!version)
        return tl::unexpected(version.error());
    d->schemaVersion = *version;
    if (*version > newestSchemaVersion())
        return tl::unexpected(Error{Error::TooNew});
    if (mode == Mode::ReadOnly || (mode == Mode::AsItIs && *version < newestSchemaVersion()))
        return {};
    if (const auto writable = probeWriting(); !writable)
        return writable;
    return bringUpTo(newestSchemaVersion());
}

Result<void> Database::bringUpTo(int schemaVersion)
{
    const auto steps = schemaSteps();
    const auto later = std::find_if(steps.begin(), steps.end(), [schemaVersion](const MigrationStep &step) {
        return step.version > schemaVersion;
    });
    if (const auto done = migrate(*this, {steps.begin(), later}); !done)
        return done;
    d->schemaVersion = schemaVersion;
    return {};
}

Result<void> Database::probeWriting()
{
    // A folder that cannot be written to shows only with the first save, when
    // somebody has already typed. So a page is touched, which makes the
    // journal, and the transaction is rolled back.
    const auto touched = inTransaction(*this, [this]() -> Result<void> {
        const auto done = execute(*this, QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion()));
        if (!done)
            return done;
        return tl::unexpected(Error{Error::Closed}); // rolls back
    });
    switch (touched.error().kind) {
    case Error::ReadOnly:
    case Error::Busy:
    case Error::Damaged:
        return touched;
    default:
        return {}; // a full disk does not keep anybody from reading
    }
}

QSqlDatabase Database::sql() const
{
    return d->sql;
}

QString Database::path() const
{
    return d->path;
}

int Database::schemaVersion() const
{
    return d->schemaVersion;
}

Result<int> Database::readSchemaVersion() const
{
    const auto version = number(*this, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    return static_cast<int>(*version);
}

Result<void> Database::verify() const
{
    // A file cut by one whole page passes the first; a changed byte in a page
    // that no b-tree uses passes the second.
    const auto sealed = check(*this, QStringLiteral("PRAGMA cipher_integrity_check"), {});
    if (!sealed)
        return sealed;
    return check(*this, QStringLiteral("PRAGMA quick_check"), QStringLiteral("ok"));
}

Result<void> Database::beginCopy(const QString &path, RawKey key)
{
    domain::mayWait("a database");
    if (d->copy)
        return tl::unexpected(Error{Error::Refused});
    if (const auto ready = makeEmptyFile(path); !ready)
        return ready;
    auto begun = FileCopy::begin(d->handle, path, key);
    if (!begun) {
        QFile::remove(path); // made by this call
        return tl::unexpected(begun.error());
    }
    d->copy = std::move(*begun);
    return {};
}

Result<Database::CopyProgress> Database::copyPages(int pages)
{
    domain::mayWait("a database");
    if (!d->copy)
        return tl::unexpected(Error{Error::Refused});
    const auto progress = d->copy->step(pages);
    if (!progress || progress->left == 0)
        d->copy.reset();
    return progress;
}

void Database::endCopy()
{
    d->copy.reset();
}

void Database::interrupt() const
{
    sqlite3_interrupt(d->handle);
}

Error Database::error(const QSqlError &error) const
{
    int code = error.nativeErrorCode().toInt();
    const int extended = sqlite3_extended_errcode(d->handle);
    if ((extended & 0xff) == (code & 0xff))
        code = extended;
    return errorFrom(d->handle, code);
}

} // namespace rapport::storage
