// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Salvaging.h"

#include <array>

#include <QDateTime>
#include <QRegularExpression>

#include "core/vault/VaultFiles.h"

namespace rapport::vault {

namespace {

const QLatin1String journalSuffix("-journal");

/// What salvage() may leave behind beside the file that it makes.
constexpr std::array leftovers{QLatin1String(""),
                               QLatin1String("-journal"),
                               QLatin1String("-scratch"),
                               QLatin1String("-scratch-journal"),
                               QLatin1String("-scratch-cover"),
                               QLatin1String("-scratch-cover-journal")};

Result<bool> isThere(const Disk &disk, const QString &path)
{
    const auto entry = disk.look(path);
    if (!entry)
        return tl::unexpected(entry.error());
    return entry->kind != Disk::Kind::Absent;
}

/// A folder of its own in quarantine/, named after the time, in UTC. Not made
/// yet.
Result<QString> newQuarantine(const Disk &disk, const Layout &layout, const domain::Clock &clock)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(clock.now().utcMs, Qt::UTC)
                             .toString(QStringLiteral("yyyy-MM-dd'T'HHmmss'Z'"));
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? time : QStringLiteral("%1-%2").arg(time).arg(number);
        const auto taken = isThere(disk, layout.quarantine() + u'/' + name);
        if (!taken)
            return tl::unexpected(taken.error());
        if (!*taken)
            return name;
    }
}

/// Removes what an earlier try made: rows of the damaged file, which is there.
Result<void> clear(Disk &disk, const Layout &layout)
{
    for (const QLatin1String suffix : leftovers) {
        if (const auto removed = disk.remove(layout.salvagedDatabase() + suffix); !removed)
            return removed;
    }
    if (const auto removed = disk.remove(layout.salvageMark() + QLatin1String(".tmp")); !removed)
        return removed;
    return disk.remove(layout.salvage());
}

/// By the first of the keys that a page is under.
Result<storage::SalvageReport> salvageByKeys(const Layout &layout, const Keys &keys,
                                             const storage::SalvageProgress &progress)
{
    for (const SecretBytes &raw : keys.raw) {
        if (raw.size() != storage::RawKey::extent)
            return tl::unexpected(Error{Error::Internal});
        auto report = storage::salvage(layout.database(), raw.bytes().first<storage::RawKey::extent>(),
                                       layout.salvagedDatabase(), progress);
        if (report)
            return std::move(*report);
        if (report.error().kind != storage::Error::WrongKey)
            return tl::unexpected(errorOf(report.error()));
    }
    return tl::unexpected(Error{Error::DatabaseDamaged});
}

/// Moves a file that may be gone already, by the same step of an earlier try.
Result<void> move(Disk &disk, const QString &from, const QString &to)
{
    const auto left = isThere(disk, from);
    if (!left)
        return tl::unexpected(left.error());
    return *left ? disk.renameDirectory(from, to) : Result<void>();
}

/// From salvage/whole to the end. Each step may be the last one before a kill,
/// and is then skipped or done again.
Result<void> exchange(Disk &disk, const Layout &layout, const QString &kept)
{
    const QString folder = layout.quarantine() + u'/' + kept;
    if (const auto made = disk.makeDirectory(folder); !made)
        return made;
    // Not once the new file is in its place: then it is the one that would go.
    const auto waits = isThere(disk, layout.salvagedDatabase());
    if (!waits)
        return tl::unexpected(waits.error());
    if (*waits) {
        // The journal first: beside the new file it would be played into it.
        const QString damaged = folder + QLatin1String("/rapport.db");
        if (const auto moved = move(disk, layout.database() + journalSuffix, damaged + journalSuffix); !moved)
            return moved;
        if (const auto moved = move(disk, layout.database(), damaged); !moved)
            return moved;
        if (const auto moved = disk.renameDirectory(layout.salvagedDatabase(), layout.database()); !moved)
            return moved;
    }
    if (const auto removed = disk.remove(layout.salvageMark()); !removed)
        return removed;
    return clear(disk, layout);
}

Result<QByteArray> contentOf(const Disk &disk, const QString &path)
{
    const auto entry = disk.look(path);
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind != Disk::Kind::File)
        return QByteArray();
    return disk.read(path, VaultHeader::maxFileSize + 1);
}

} // namespace

Result<Salvaged> salvageVault(Disk &disk, const Layout &layout, const Keys &keys, const domain::Clock &clock,
                              const storage::SalvageProgress &progress)
{
    if (const auto finished = finishSalvage(disk, layout); !finished)
        return tl::unexpected(finished.error());
    const auto kept = newQuarantine(disk, layout, clock);
    if (!kept)
        return tl::unexpected(kept.error());
    if (const auto made = disk.makeDirectory(layout.salvage()); !made)
        return tl::unexpected(made.error());
    auto report = salvageByKeys(layout, keys, progress);
    if (!report) {
        static_cast<void>(clear(disk, layout)); // the next try clears what could not be
        return tl::unexpected(report.error());
    }
    if (const auto settled = disk.settle(layout.salvagedDatabase()); !settled)
        return tl::unexpected(settled.error());
    if (const auto marked = disk.write(layout.salvageMark(), kept->toLatin1()); !marked)
        return tl::unexpected(marked.error());
    if (const auto exchanged = exchange(disk, layout, *kept); !exchanged)
        return tl::unexpected(exchanged.error());
    return Salvaged{std::move(*report), layout.quarantine() + u'/' + *kept};
}

Result<void> finishSalvage(Disk &disk, const Layout &layout)
{
    const auto begun = isThere(disk, layout.salvage());
    if (!begun || !*begun)
        return begun.map([](bool) {});
    const auto whole = isThere(disk, layout.salvageMark());
    if (!whole)
        return tl::unexpected(whole.error());
    if (!*whole)
        return clear(disk, layout);
    const auto mark = disk.read(layout.salvageMark(), 64);
    if (!mark)
        return tl::unexpected(mark.error());
    // The name becomes a path, so it is looked at, although it is ours.
    static const QRegularExpression ours(QStringLiteral("\\A[0-9TZ-]{1,40}\\z"));
    const QString kept = QString::fromLatin1(*mark);
    return exchange(disk, layout, ours.match(kept).hasMatch() ? kept : QStringLiteral("0"));
}

Result<QString> keepDamagedHeaders(Disk &disk, const Layout &layout, const domain::Clock &clock)
{
    const auto first = contentOf(disk, layout.header());
    const auto second = contentOf(disk, layout.headerCopy());
    const auto folders = disk.list(layout.quarantine());
    if (!first || !second || !folders)
        return tl::unexpected(!first ? first.error() : !second ? second.error() : folders.error());
    for (const QString &folder : *folders) {
        const QString place = layout.quarantine() + u'/' + folder;
        if (contentOf(disk, place + QLatin1String("/vault.json")) == first &&
            contentOf(disk, place + QLatin1String("/vault.json.bak")) == second)
            return place;
    }
    if (first->isEmpty() && second->isEmpty())
        return QString(); // gone, the two of them: there is nothing to keep
    const auto name = newQuarantine(disk, layout, clock);
    if (!name)
        return tl::unexpected(name.error());
    const QString place = layout.quarantine() + u'/' + *name;
    if (const auto made = disk.makeDirectory(place); !made)
        return tl::unexpected(made.error());
    for (const auto &[file, content] :
         {std::pair("/vault.json", &*first), std::pair("/vault.json.bak", &*second)}) {
        if (content->isEmpty())
            continue;
        if (const auto written = disk.write(place + QLatin1String(file), *content); !written)
            return tl::unexpected(written.error());
    }
    return place;
}

} // namespace rapport::vault
