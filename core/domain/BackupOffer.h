// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QtGlobal>

namespace rapport::domain {

/// Why a back-up is spoken of on Today.
enum class BackupReason {
    None,
    NeverMade, ///< something has been kept for a month, and there is no back-up
    LongAgo,   ///< the last one is older than a month, and something has changed since
    Stopped,   ///< one was being made and did not come to its end
};

/// What is known of a vault and its back-ups. Every time is in milliseconds
/// since 1970-01-01T00:00Z.
struct BackupFacts
{
    std::optional<qint64> lastMs{};      ///< the last one that was made
    std::optional<qint64> declinedMs{};  ///< the last "Not now"
    std::optional<qint64> firstKeptMs{}; ///< the oldest of what is there
    bool changedSince = false;           ///< something was kept or changed after the last one
};

/// What goes on around the offer.
struct BackupOfferMoment
{
    bool otherOffer = false;       ///< another one is shown, or was since the notes were opened
    bool sessionWithinDay = false; ///< one comes within 24 hours, or one was and can still be told of
    bool sessionNow = false;       ///< on the way in, or "Did you get to say it?" is asked
    bool writing = false;
};

/// How old a back-up may become, and how long "Not now" holds: 30 days.
inline constexpr qint64 backupMonthMs = qint64{30} * 24 * 3'600'000;

/// Pure: whether there is something to say, at whatever moment; never Stopped,
/// of which only whoever makes them knows. A time that is
/// more than a day ahead comes from a clock that was wrong, and does not count.
BackupReason backupReason(const BackupFacts &facts, qint64 nowMs);

/// Pure: whether this is the moment to say it. That one was stopped may also be
/// said on the day of a session: it is an answer, not an offer.
bool isTimeForBackup(BackupReason reason, const BackupOfferMoment &moment);

} // namespace rapport::domain
