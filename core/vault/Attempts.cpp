// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Attempts.h"

#include <algorithm>

#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::vault {

namespace {

constexpr int format = 1;
constexpr std::int64_t longestSince = (std::int64_t{1} << 53) - 1;
constexpr qsizetype longestBootId = 64;
constexpr std::int64_t firstWaitMs = 30'000;
constexpr std::int64_t longestWaitMs = 3'600'000;

std::int64_t fullWaitMs(std::uint32_t wrong)
{
    if (wrong < Attempts::firstWithWait)
        return 0;
    const std::uint32_t doublings = std::min(wrong - Attempts::firstWithWait, 7U);
    return std::min(firstWaitMs << doublings, longestWaitMs);
}

bool isBootId(const QByteArray &id)
{
    return id.size() <= longestBootId && std::all_of(id.cbegin(), id.cend(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
           });
}

/// What the file can hold; an id in another form is as good as none.
BootTime storable(const BootTime &time)
{
    return {std::clamp(time.ms, std::int64_t{0}, longestSince),
            isBootId(time.bootId) ? time.bootId : QByteArray()};
}

std::optional<std::int64_t> wholeNumber(const QJsonValue &value, std::int64_t most)
{
    if (!value.isDouble())
        return std::nullopt;
    const std::int64_t number = value.toInteger(-1);
    if (number < 0 || number > most)
        return std::nullopt;
    return number;
}

Result<void> writeDown(Disk &disk, const Layout &layout, const Attempts &attempts)
{
    return disk.write(layout.attempts(), attempts.serialise());
}

/// What the file says; nothing when it is missing or damaged.
Result<std::optional<Attempts>> readDown(const Disk &disk, const Layout &layout)
{
    const auto entry = disk.look(layout.attempts());
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind != Disk::Kind::File)
        return std::optional<Attempts>();
    const auto file = disk.read(layout.attempts(), Attempts::longestFile + 1);
    if (!file)
        return tl::unexpected(file.error());
    return Attempts::parse(*file);
}

} // namespace

std::int64_t Attempts::waitMs(const BootTime &now) const
{
    const std::int64_t wait = fullWaitMs(wrong);
    const BootTime present = storable(now);
    // Without ids a clock that went back tells of a start in between.
    const bool sameBoot = since.bootId == present.bootId && since.ms <= present.ms;
    const std::int64_t gone = sameBoot ? present.ms - since.ms : present.ms;
    return std::max(wait - gone, std::int64_t{0});
}

Attempts Attempts::afterTry(const BootTime &now) const
{
    return {std::min(wrong + 1, mostCounted), storable(now)};
}

QByteArray Attempts::serialise() const
{
    const BootTime time = storable(since);
    const QJsonObject object{{QLatin1String("format"), format},
                             {QLatin1String("wrong"), static_cast<qint64>(std::min(wrong, mostCounted))},
                             {QLatin1String("since"), static_cast<qint64>(time.ms)},
                             {QLatin1String("boot"), QString::fromLatin1(time.bootId)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Attempts> Attempts::parse(const QByteArray &file)
{
    if (file.size() > longestFile)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file).object();
    const auto wrong = wholeNumber(object.value(QLatin1String("wrong")), mostCounted);
    const auto since = wholeNumber(object.value(QLatin1String("since")), longestSince);
    if (!wrong || !since)
        return std::nullopt;
    const Attempts attempts{static_cast<std::uint32_t>(*wrong),
                            {*since, object.value(QLatin1String("boot")).toString().toLatin1()}};
    // One content has one spelling; this looks at the format and the id, too.
    if (attempts.serialise() != file)
        return std::nullopt;
    return attempts;
}

Result<Attempts> loadAttempts(Disk &disk, const Layout &layout, const BootTime &now)
{
    const auto found = readDown(disk, layout);
    if (!found)
        return tl::unexpected(found.error());
    if (*found)
        return **found;
    const Attempts assumed = Attempts::assumed(storable(now));
    if (const auto written = writeDown(disk, layout, assumed); !written)
        return tl::unexpected(written.error());
    return assumed;
}

Result<Attempts> writeTry(Disk &disk, const Layout &layout, const Attempts &before, const BootTime &now)
{
    const Attempts after = before.afterTry(now);
    if (const auto written = writeDown(disk, layout, after); !written)
        return tl::unexpected(written.error());
    return after;
}

Result<void> clearAttempts(Disk &disk, const Layout &layout)
{
    const auto found = readDown(disk, layout);
    if (found && *found && **found == Attempts())
        return {};
    return writeDown(disk, layout, Attempts());
}

} // namespace rapport::vault
