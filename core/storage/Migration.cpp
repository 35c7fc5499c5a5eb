// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/Migration.h"

#include <QFileInfo>
#include <QStorageInfo>

#include "core/storage/Database.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

namespace {

/// A migration may rewrite every page, and the journal keeps the old ones.
Result<void> checkFreeSpace(const QString &path)
{
    const QFileInfo file(path);
    const qint64 available = QStorageInfo(file.absolutePath()).bytesAvailable();
    if (available >= 0 && available < 3 * file.size())
        return tl::unexpected(Error{Error::DiskFull});
    return {};
}

Result<void> takeStep(Database &database, const MigrationStep &step)
{
    return inTransaction(database, [&]() -> Result<void> {
        for (const char *sql : step.statements) {
            if (const auto done = execute(database, QLatin1String(sql)); !done)
                return done;
        }
        if (step.apply) {
            if (const auto done = step.apply(database); !done)
                return done;
        }
        // A pragma takes no bound value; the number is ours.
        return execute(database, QStringLiteral("PRAGMA user_version = %1").arg(step.version));
    });
}

} // namespace

Result<void> migrate(Database &database, std::span<const MigrationStep> steps)
{
    const auto version = database.readSchemaVersion();
    if (!version)
        return tl::unexpected(version.error());
    const int present = *version;
    if (present > steps.back().version)
        return tl::unexpected(Error{Error::TooNew});
    if (present > 0 && present < steps.back().version) {
        if (const auto space = checkFreeSpace(database.path()); !space)
            return space;
    }
    for (const MigrationStep &step : steps) {
        if (step.version <= present)
            continue;
        if (const auto done = takeStep(database, step); !done)
            return done;
    }
    return {};
}

} // namespace rapport::storage
