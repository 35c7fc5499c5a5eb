// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/AutoLock.h"

#include <algorithm>

#include "core/domain/Session.h"

namespace rapport::domain {

namespace {

constexpr qint64 halfAMinute = 30'000;
constexpr qint64 minute = 60'000;

std::optional<qint64> untouchedLimit(AutoLockWish wish)
{
    switch (wish) {
    case AutoLockWish::AtOnce:
    case AutoLockWish::HalfAMinute:
        return halfAMinute;
    case AutoLockWish::Minute:
        return minute;
    case AutoLockWish::FiveMinutes:
        return 5 * minute;
    case AutoLockWish::InBackground:
    case AutoLockWish::Never:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<qint64> lockAtMs(const AutoLockFacts &facts)
{
    const bool leavingLocks = facts.wish == AutoLockWish::AtOnce || facts.wish == AutoLockWish::InBackground;
    std::optional<qint64> at;
    if (facts.elsewhereSinceMs && leavingLocks)
        at = facts.elsewhereSinceMs;
    else if (const auto limit = untouchedLimit(facts.wish);
             limit && (facts.elsewhereSinceMs || !facts.pauseRuns))
        at = facts.touchedMs + *limit;
    if (at && facts.dialogSinceMs)
        at = std::max(*at, *facts.dialogSinceMs + 5 * minute);
    if (at && facts.graceUntilMs)
        at = std::max(*at, *facts.graceUntilMs);
    return at;
}

std::optional<qint64> graceLeftMs(const Session &session, const Moment &now)
{
    const qint64 ahead = session.utcMs() - now.utcMs;
    return ahead <= graceMs && ahead > -graceMs ? std::optional(ahead + graceMs) : std::nullopt;
}

} // namespace rapport::domain
