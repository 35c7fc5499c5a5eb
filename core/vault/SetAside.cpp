// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/SetAside.h"

#include <optional>

#include <QDateTime>
#include <QTimeZone>

#include "core/vault/Erasing.h"
#include "core/vault/HeaderFile.h"
#include "core/vault/Vault.h"

namespace rapport::vault {

namespace {

const QLatin1String prefix{"vault.old-"};
const QLatin1String pattern{"yyyyMMdd'T'hhmmss'Z'"};
constexpr qsizetype timeSize = 16;
constexpr qint64 longestName = 64;

/// The time in a name that we gave; nothing for any other name.
std::optional<qint64> timeOf(const QString &name)
{
    if (!name.startsWith(prefix))
        return std::nullopt;
    QDateTime time = QDateTime::fromString(name.mid(prefix.size(), timeSize), pattern);
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch();
}

QString pathOf(const Layout &layout, const QString &name)
{
    return layout.root() + QLatin1Char('/') + name;
}

/// A name that is free.
Result<QString> freeName(const Disk &disk, const Layout &layout, const QString &wanted)
{
    QString name = wanted;
    for (int i = 2; i < 100; ++i) {
        const auto there = disk.look(pathOf(layout, name));
        if (!there)
            return tl::unexpected(there.error());
        if (there->kind == Disk::Kind::Absent)
            return name;
        name = wanted + QLatin1Char('-') + QString::number(i);
    }
    return tl::unexpected(Error{Error::CannotWrite});
}

Result<QString> freeName(const Disk &disk, const Layout &layout, qint64 utcMs)
{
    return freeName(disk, layout, prefix + QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(pattern));
}

/// What the mark in a directory says; empty where there is none.
Result<QString> readMark(const Disk &disk, const QString &directory)
{
    const auto entry = disk.look(directory);
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind != Disk::Kind::Directory)
        return QString();
    const QString mark = Layout::restoredMark(directory);
    const auto there = disk.look(mark);
    if (!there)
        return tl::unexpected(there.error());
    if (there->kind == Disk::Kind::Absent)
        return QString();
    const auto content = disk.read(mark, longestName);
    if (!content)
        return tl::unexpected(content.error());
    // Whatever it says, that it is there counts.
    const QString name = QString::fromLatin1(*content);
    const bool ours = timeOf(name) && !name.contains(QLatin1Char('/'));
    return ours ? name : prefix + QLatin1String("unknown"); // which is never removed by its age
}

/// Whether there is anything in the vault's place that must be kept.
Result<bool> hasOld(const Disk &disk, const Layout &layout)
{
    const auto entry = disk.look(layout.vault());
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind == Disk::Kind::Absent)
        return false;
    if (entry->kind != Disk::Kind::Directory)
        return true;
    const auto inside = disk.list(layout.vault());
    if (!inside)
        return tl::unexpected(inside.error());
    return !inside->empty();
}

/// The mark is in vault.new/.
Result<void> exchange(Disk &disk, const Layout &layout, const QString &wanted)
{
    const auto old = hasOld(disk, layout);
    if (!old)
        return tl::unexpected(old.error());
    if (!*old) // an empty directory gives way by itself
        return disk.renameDirectory(layout.newVault(), layout.vault());
    const auto name = freeName(disk, layout, wanted);
    if (!name)
        return tl::unexpected(name.error());
    const auto exchanged = disk.exchange(layout.newVault(), layout.vault());
    if (!exchanged)
        return tl::unexpected(exchanged.error());
    if (*exchanged)
        return disk.renameDirectory(layout.newVault(), pathOf(layout, *name));
    if (const auto away = disk.renameDirectory(layout.vault(), pathOf(layout, *name)); !away)
        return away;
    const auto taken = disk.renameDirectory(layout.newVault(), layout.vault());
    if (!taken)
        static_cast<void>(disk.renameDirectory(pathOf(layout, *name), layout.vault()));
    return taken;
}

/// The mark is in vault/.
Result<void> clearUp(Disk &disk, const Layout &layout, const QString &wanted)
{
    const auto left = disk.look(layout.newVault());
    if (!left)
        return tl::unexpected(left.error());
    if (left->kind != Disk::Kind::Absent) {
        const auto name = freeName(disk, layout, wanted);
        if (!name)
            return tl::unexpected(name.error());
        if (const auto away = disk.renameDirectory(layout.newVault(), pathOf(layout, *name)); !away)
            return away;
    }
    return disk.remove(Layout::restoredMark(layout.vault()));
}

} // namespace

Result<bool> isTakingOver(const Disk &disk, const Layout &layout)
{
    // Before the exchange the mark is in vault.new/. After it, it is in vault/,
    // and vault.new/ is the only place of the old words.
    for (const QString &directory : {layout.newVault(), layout.vault()}) {
        const auto mark = readMark(disk, directory);
        if (!mark)
            return tl::unexpected(mark.error());
        if (!mark->isEmpty())
            return true;
    }
    return false;
}

Result<void> takeOver(Disk &disk, const Layout &layout, qint64 nowUtcMs)
{
    const auto name = freeName(disk, layout, nowUtcMs);
    if (!name)
        return tl::unexpected(name.error());
    const auto old = hasOld(disk, layout);
    if (!old)
        return tl::unexpected(old.error());
    auto done = disk.write(Layout::restoredMark(layout.newVault()), name->toLatin1());
    if (done)
        done = exchange(disk, layout, *name);
    if (done)
        return finishTakingOver(disk, layout);
    // Back to the old one, as far as the disk lets us: it may have failed after
    // the exchange, and then only forwards is left.
    const auto mark = readMark(disk, layout.vault());
    if (mark && !mark->isEmpty())
        return finishTakingOver(disk, layout);
    const auto still = hasOld(disk, layout);
    if (still && *still == *old)
        static_cast<void>(disk.remove(Layout::restoredMark(layout.newVault())));
    return done;
}

Result<void> finishTakingOver(Disk &disk, const Layout &layout)
{
    const auto root = disk.look(layout.root());
    if (root && root->kind == Disk::Kind::Absent)
        return {}; // and nothing may be made here
    const auto taken = readMark(disk, layout.vault());
    if (!taken)
        return tl::unexpected(taken.error());
    if (!taken->isEmpty())
        return clearUp(disk, layout, *taken);
    const auto waiting = readMark(disk, layout.newVault());
    if (!waiting)
        return tl::unexpected(waiting.error());
    if (waiting->isEmpty())
        return {};
    if (const auto exchanged = exchange(disk, layout, *waiting); !exchanged)
        return exchanged;
    return disk.remove(Layout::restoredMark(layout.vault()));
}

Result<std::vector<SetAside>> setAside(const Disk &disk, const Layout &layout)
{
    const auto names = disk.list(layout.root());
    if (!names)
        return tl::unexpected(names.error());
    std::vector<SetAside> found;
    for (const QString &name : *names) {
        if (const auto time = timeOf(name))
            found.push_back({pathOf(layout, name), *time});
    }
    return found;
}

Result<std::vector<domain::Uid>> removeOldSetAside(Disk &disk, const Layout &layout, qint64 nowUtcMs)
{
    std::vector<domain::Uid> removed;
    if (inspect(disk, layout).finding != Inspection::Vault)
        return removed;
    const auto all = setAside(disk, layout);
    if (!all)
        return tl::unexpected(all.error());
    for (const SetAside &one : *all) {
        if (nowUtcMs < one.keptUntilUtcMs())
            continue;
        const auto headers = readHeaders(disk, {one.path + QLatin1String("/vault.json"),
                                                one.path + QLatin1String("/vault.json.bak"),
                                                one.path + QLatin1String("/rapport.db")});
        if (const auto gone = removeFolder(disk, one.path); !gone)
            return tl::unexpected(gone.error());
        if (headers)
            removed.push_back(headers->front().vaultId);
    }
    return removed;
}

} // namespace rapport::vault
