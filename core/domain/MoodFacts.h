// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QList>

#include "core/domain/CheckIn.h"

namespace rapport::domain {

/// What can be said in one sentence about a time's check-ins. Counts of what
/// is there, never of what is not.
struct MoodFacts
{
    int checkIns = 0;
    int days = 0;                 ///< that have check-ins
    std::optional<int> usualStep; ///< the step of more than half of the check-ins, 0 … 4
    int goodDays = 0;             ///< whose mean is good or very good
    int badDays = 0;              ///< whose mean is bad or very bad

    bool operator==(const MoodFacts &) const = default;
};

/// Whether a check-in may be counted in a note or a share at all.
bool canBeShared(const CheckIn &checkIn);

/// Pure: the facts of those check-ins that may be shared; their order does not
/// matter. The private and the deleted ones are as if they were not there.
MoodFacts moodFacts(const QList<CheckIn> &checkIns);

} // namespace rapport::domain
