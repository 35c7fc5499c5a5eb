// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/BackupOffer.h"

namespace rapport::domain {

namespace {

constexpr qint64 dayMs = qint64{24} * 3'600'000;

std::optional<qint64> believable(const std::optional<qint64> &timeMs, qint64 nowMs)
{
    return timeMs && *timeMs <= nowMs + dayMs ? timeMs : std::nullopt;
}

bool isOver(const std::optional<qint64> &sinceMs, qint64 nowMs)
{
    return sinceMs && nowMs - *sinceMs > backupMonthMs;
}

} // namespace

BackupReason backupReason(const BackupFacts &facts, qint64 nowMs)
{
    const auto declined = believable(facts.declinedMs, nowMs);
    if (declined && !isOver(declined, nowMs))
        return BackupReason::None;
    if (const auto last = believable(facts.lastMs, nowMs))
        return isOver(last, nowMs) && facts.changedSince ? BackupReason::LongAgo : BackupReason::None;
    if (!isOver(believable(facts.firstKeptMs, nowMs), nowMs))
        return BackupReason::None;
    // One whose date cannot be right is there all the same.
    return facts.lastMs ? BackupReason::LongAgo : BackupReason::NeverMade;
}

bool isTimeForBackup(BackupReason reason, const BackupOfferMoment &moment)
{
    if (reason == BackupReason::None || moment.otherOffer || moment.sessionNow || moment.writing)
        return false;
    return reason == BackupReason::Stopped || !moment.sessionWithinDay;
}

} // namespace rapport::domain
