// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QString>

#include "core/domain/Record.h"

namespace rapport::domain {

/// Pleasantness and energy both run from here to there.
inline constexpr int lowestFeeling = -100;
inline constexpr int highestFeeling = 100;

/// How many steps the mood row has: very bad, bad, in between, good, very good.
inline constexpr int moodSteps = 5;

/// How it was at one moment. Pleasantness alone is a whole check-in.
struct CheckIn
{
    Record record;         ///< `created` is when it was entered
    Moment felt;           ///< when it was so; earlier than `created` if back-dated
    int pleasantness = 0;  ///< −100 … 100
    int steps = moodSteps; ///< how many steps the scale had that it was given on
    std::optional<int> energy;
    std::optional<int> energySteps; ///< there if and only if `energy` is
    QString note;                   ///< normalised, see normalizedText(); may be empty

    bool operator==(const CheckIn &) const = default;
};

/// One day's check-ins in short, as the mood pictures need them.
struct MoodDay
{
    qint32 day = 0; ///< days since 1970-01-01, see Moment::localDay()
    int checkIns = 0;
    int pleasantnessSum = 0;
    int pleasantnessMin = 0;
    int pleasantnessMax = 0;
    int energyCount = 0; ///< how many of them say something about energy
    int energySum = 0;

    /// The mean of its check-ins, halves away from zero.
    int pleasantnessMean() const;

    bool operator==(const MoodDay &) const = default;
};

/// Whether all its numbers are within what can be stored.
bool isValid(const CheckIn &checkIn);

/// The nearest of the five steps, 0 (very bad) … 4 (very good); in the middle
/// between two, the one nearer to "in between".
int moodStep(int pleasantness);

/// What one of the five steps stands for: −80, −40, 0, 40, 80. A step beyond
/// them counts as the outermost.
int pleasantnessOf(int step);

} // namespace rapport::domain
