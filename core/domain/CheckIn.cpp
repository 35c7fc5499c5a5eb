// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/CheckIn.h"

#include <algorithm>
#include <cstdlib>

namespace rapport::domain {

namespace {

constexpr int middleStep = moodSteps / 2;
constexpr int betweenSteps = 40;
constexpr int fewestSteps = 2;
constexpr int mostSteps = highestFeeling - lowestFeeling + 1;

bool isFeeling(int value)
{
    return value >= lowestFeeling && value <= highestFeeling;
}

bool isScale(int steps)
{
    return steps >= fewestSteps && steps <= mostSteps;
}

} // namespace

int MoodDay::pleasantnessMean() const
{
    if (checkIns <= 0)
        return 0;
    const int half = pleasantnessSum < 0 ? -checkIns / 2 : checkIns / 2;
    return (pleasantnessSum + half) / checkIns;
}

bool isValid(const CheckIn &checkIn)
{
    if (!isFeeling(checkIn.pleasantness) || !isScale(checkIn.steps))
        return false;
    if (checkIn.energy.has_value() != checkIn.energySteps.has_value())
        return false;
    return !checkIn.energy || (isFeeling(*checkIn.energy) && isScale(*checkIn.energySteps));
}

int moodStep(int pleasantness)
{
    const int far = std::min(std::abs(pleasantness), highestFeeling);
    const int steps = (far + betweenSteps / 2 - 1) / betweenSteps;
    return pleasantness < 0 ? middleStep - steps : middleStep + steps;
}

int pleasantnessOf(int step)
{
    return (std::clamp(step, 0, moodSteps - 1) - middleStep) * betweenSteps;
}

} // namespace rapport::domain
