// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/MoodFacts.h"

#include <array>

#include <QHash>

namespace rapport::domain {

bool canBeShared(const CheckIn &checkIn)
{
    return !checkIn.record.isPrivate && !checkIn.record.deletedMs;
}

MoodFacts moodFacts(const QList<CheckIn> &checkIns)
{
    MoodFacts facts;
    std::array<int, moodSteps> timesFelt{};
    QHash<qint32, MoodDay> days;
    for (const CheckIn &checkIn : checkIns) {
        if (!canBeShared(checkIn))
            continue;
        ++facts.checkIns;
        ++timesFelt[static_cast<size_t>(moodStep(checkIn.pleasantness))];
        MoodDay &day = days[checkIn.felt.localDay()];
        ++day.checkIns;
        day.pleasantnessSum += checkIn.pleasantness;
    }
    facts.days = static_cast<int>(days.size());
    for (int step = 0; step < moodSteps; ++step) {
        if (timesFelt[static_cast<size_t>(step)] * 2 > facts.checkIns)
            facts.usualStep = step;
    }
    for (const MoodDay &day : std::as_const(days)) {
        const int step = moodStep(day.pleasantnessMean());
        facts.goodDays += step > moodSteps / 2 ? 1 : 0;
        facts.badDays += step < moodSteps / 2 ? 1 : 0;
    }
    return facts;
}

} // namespace rapport::domain
