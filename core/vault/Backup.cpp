// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Backup.h"

#include <algorithm>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>

#include "core/storage/RowCounts.h"
#include "core/vault/BackupStream.h"
#include "core/vault/Erasing.h"

namespace rapport::vault {

namespace {

using storage::Database;

constexpr int pagesAtOnce = 64;
constexpr qint64 sliceMs = 15;
constexpr int kept = 2;

tl::unexpected<BackupError> failed(BackupError::Kind kind)
{
    return tl::unexpected(BackupError{kind});
}

storage::RawKey rawKeyOf(const SecretBytes &key)
{
    return key.bytes().first<storage::RawKey::extent>();
}

/// Ends an unfinished copy on the database's thread, which alone may.
class CopyGuard
{
public:
    explicit CopyGuard(storage::DatabaseThread &database)
        : m_database(database)
    {}
    ~CopyGuard()
    {
        m_database
            .run<void>([](Database &open) -> storage::Result<void> {
                open.endCopy();
                return {};
            })
            .waitForFinished();
    }
    CopyGuard(const CopyGuard &) = delete;
    CopyGuard &operator=(const CopyGuard &) = delete;

private:
    storage::DatabaseThread &m_database;
};

/// One backup on its way.
class Work
{
public:
    Work(Disk &disk, const Layout &layout, domain::RandomSource &random, const BackupRequest &request)
        : m_disk(disk)
        , m_scratch(layout.backupScratch())
        , m_image(m_scratch + QLatin1String("/image.db"))
        , m_random(random)
        , m_request(request)
        , m_prefix{.kdf = {}, .createdMs = request.createdMs, .series = backupSeries(request.vaultId)}
    {
        const QString series = QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(m_prefix.series.data()), 8).toHex());
        m_part =
            QFileInfo(request.file).path() + QLatin1String("/.rapport-") + series + QLatin1String(".part");
    }

    BackupResult<BackupMade> run(storage::DatabaseThread &database, const SecretBytes &passphrase,
                                 const ProgressSpan &span)
    {
        if (const auto ready = prepare(); !ready)
            return tl::unexpected(ready.error());
        if (const auto copied = copy(database, span.part(0.0, 0.4)); !copied)
            return tl::unexpected(copied.error());
        if (const auto proven = describe(span.part(0.4, 0.6)); !proven)
            return tl::unexpected(proven.error());
        const auto keys = derive(passphrase);
        if (!keys)
            return tl::unexpected(keys.error());
        if (const auto sealed = write(*keys, span.part(0.6, 0.8)); !sealed)
            return tl::unexpected(sealed.error());
        const auto size = readBack(*keys, span.part(0.8, 1.0));
        if (!size)
            return tl::unexpected(size.error());
        if (const auto named = m_disk.renameFile(m_part, m_request.file); !named)
            return tl::unexpected(backupError(named.error()));
        return BackupMade{m_request.file, *size, m_prefix.kdf.memKib, m_request.keepTwo ? removeOlder() : 0};
    }

    /// Of what was begun. What was published is not in the way any more.
    void clear()
    {
        static_cast<void>(m_disk.remove(m_part));
        static_cast<void>(removeFolder(m_disk, m_scratch));
    }

private:
    BackupResult<void> prepare()
    {
        m_manifest.imageKey = SecretBytes(storage::RawKey::extent);
        if (m_manifest.imageKey.isEmpty())
            return failed(BackupError::NoMemory);
        m_random.fill(m_manifest.imageKey.bytes());
        // What a kill left: encrypted under keys that nobody has any more.
        for (const auto &cleared :
             {removeFolder(m_disk, m_scratch), m_disk.remove(m_part), m_disk.makeDirectory(m_scratch)}) {
            if (!cleared)
                return tl::unexpected(backupError(cleared.error()));
        }
        return {};
    }

    BackupResult<void> copy(storage::DatabaseThread &database, const ProgressSpan &span)
    {
        const CopyGuard guard(database);
        const auto begun = database
                               .run<void>([this](Database &open) {
                                   return open.beginCopy(m_image, rawKeyOf(m_manifest.imageKey));
                               })
                               .result();
        if (!begun)
            return tl::unexpected(backupError(begun.error()));
        for (;;) {
            const auto progress = database
                                      .run<Database::CopyProgress>([](Database &open) {
                                          QElapsedTimer timer;
                                          timer.start();
                                          auto copied = open.copyPages(pagesAtOnce);
                                          while (copied && copied->left > 0 && timer.elapsed() < sliceMs)
                                              copied = open.copyPages(pagesAtOnce);
                                          return copied;
                                      })
                                      .result();
            if (!progress)
                return tl::unexpected(backupError(progress.error()));
            if (!span.reached(progress->total - progress->left, progress->total))
                return failed(BackupError::Cancelled);
            if (progress->left == 0)
                return {};
        }
    }

    /// What the copy is, and that it is sound: by another connection, which
    /// knows the file alone.
    BackupResult<void> describe(const ProgressSpan &span)
    {
        {
            const auto open =
                Database::open(m_image, rawKeyOf(m_manifest.imageKey), Database::Mode::ReadOnly);
            if (!open)
                return tl::unexpected(backupError(open.error()));
            if (const auto sound = (*open)->verify(); !sound)
                return tl::unexpected(backupError(sound.error()));
            auto rows = storage::rowCounts(**open);
            if (!rows)
                return tl::unexpected(backupError(rows.error()));
            m_manifest.rows = std::move(*rows);
            m_manifest.schema = (*open)->schemaVersion();
        }
        if (!span.reached(1, 2))
            return failed(BackupError::Cancelled);
        const auto image = m_disk.openFile(m_image);
        if (!image)
            return tl::unexpected(backupError(image.error()));
        m_manifest.size = (*image)->size();
        const auto hash = hashOf(**image, span.part(0.5, 1.0));
        if (!hash)
            return tl::unexpected(hash.error());
        m_manifest.hash = *hash;
        return {};
    }

    BackupResult<BackupKeys> derive(const SecretBytes &passphrase)
    {
        Kdf &kdf = m_prefix.kdf;
        m_random.fill(kdf.salt);
        kdf.ops = m_request.ops;
        kdf.memKib = m_request.memKib;
        for (;;) {
            auto keys = BackupKeys::derive(passphrase, kdf, m_prefix.serialise());
            if (keys || keys.error().kind != BackupError::NoMemory || kdf.memKib / 2 < Kdf::minMemKib)
                return keys;
            kdf.memKib /= 2;
        }
    }

    BackupResult<void> write(const BackupKeys &keys, const ProgressSpan &span)
    {
        const auto image = m_disk.openFile(m_image);
        if (!image)
            return tl::unexpected(backupError(image.error()));
        const auto target = m_disk.createFile(m_part);
        if (!target)
            return tl::unexpected(backupError(target.error()));
        if (const auto sealed = seal(**target, m_prefix, keys, m_manifest, **image, m_random, span); !sealed)
            return sealed;
        if (const auto finished = (*target)->finish(); !finished)
            return tl::unexpected(backupError(finished.error()));
        return {};
    }

    /// That the file on the medium gives back the image that was verified.
    BackupResult<qint64> readBack(const BackupKeys &keys, const ProgressSpan &span)
    {
        const auto file = m_disk.openFile(m_part);
        if (!file)
            return tl::unexpected(backupError(file.error()));
        BackupReader reader(**file);
        const auto prefix = reader.readPrefix();
        if (!prefix)
            return tl::unexpected(prefix.error());
        if (prefix->serialise() != m_prefix.serialise())
            return failed(BackupError::Damaged);
        if (const auto unlocked = reader.unlock(keys); !unlocked)
            return tl::unexpected(unlocked.error());
        const auto manifest = reader.readManifest();
        if (!manifest)
            return tl::unexpected(manifest.error());
        if (!(manifest->serialise() == m_manifest.serialise()))
            return failed(BackupError::Damaged);
        const auto read = reader.readImage(
            *manifest, [](std::span<const std::byte>) -> BackupResult<void> { return {}; }, span);
        if (!read)
            return tl::unexpected(read.error());
        return (*file)->size();
    }

    /// When the older file was made, if it is one of this vault's.
    std::optional<qint64> madeAt(const QString &path) const
    {
        const auto file = m_disk.openFile(path);
        if (!file)
            return std::nullopt;
        const auto prefix = BackupReader(**file).readPrefix();
        if (!prefix || prefix->series != m_prefix.series)
            return std::nullopt;
        return prefix->createdMs;
    }

    /// All but the last before this one. One that does not go stays; the new
    /// backup is there all the same.
    int removeOlder()
    {
        static const QRegularExpression ours(
            QStringLiteral("\\Arapport-\\d{4}-\\d{2}-\\d{2}-\\d{6}\\.rapbak\\z"));
        const QFileInfo made(m_request.file);
        std::vector<std::pair<qint64, QString>> older;
        for (const QString &name : m_disk.list(made.path()).value_or(std::vector<QString>{})) {
            if (name == made.fileName() || !ours.match(name).hasMatch())
                continue;
            const QString path = made.path() + QLatin1Char('/') + name;
            if (const auto time = madeAt(path))
                older.emplace_back(*time, path);
        }
        std::sort(older.rbegin(), older.rend());
        int removed = 0;
        for (std::size_t i = kept - 1; i < older.size(); ++i)
            removed += m_disk.remove(older[i].second) ? 1 : 0;
        return removed;
    }

    Disk &m_disk;
    QString m_scratch;
    QString m_image;
    domain::RandomSource &m_random;
    const BackupRequest &m_request;
    BackupPrefix m_prefix;
    BackupManifest m_manifest;
    QString m_part;
};

} // namespace

QString backupName(const domain::Moment &now)
{
    return now.toDateTime().toString(QLatin1String("'rapport-'yyyy-MM-dd-hhmmss'.rapbak'"));
}

BackupResult<BackupMade> writeBackup(Disk &disk, const Layout &layout, domain::RandomSource &random,
                                     storage::DatabaseThread &database, const SecretBytes &passphrase,
                                     const BackupRequest &request, const Progress &progress)
{
    Work work(disk, layout, random, request);
    auto made = work.run(database, passphrase, ProgressSpan(progress, 0.0, 1.0));
    work.clear();
    return made;
}

} // namespace rapport::vault
