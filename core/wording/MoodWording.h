// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>

#include "core/domain/MoodFacts.h"

namespace rapport::wording {

/// "very bad", "bad", "in between", "good", "very good" for the steps 0 … 4.
QString moodWord(int step);

/// "bad, 2 of 5": what a screen reader says.
QString moodOfFive(int step, const QLocale &locale);

/// One day in words: "bad; 1 check-in", "from bad to good, on average in
/// between; 3 check-ins".
QString moodDayWords(const domain::MoodDay &day, const QLocale &locale);

/// The same after the day's name: "Tuesday 24 November: bad; 1 check-in".
QString moodDaySentence(const domain::MoodDay &day, const QLocale &locale);

/// One row of the week's text table.
struct MoodTableRow
{
    QString day;   ///< "Tuesday 24 November"
    QString words; ///< as moodDayWords()

    bool operator==(const MoodTableRow &) const = default;
};

/// The days given as rows; a day that is not there has none.
QList<MoodTableRow> moodTable(const QList<domain::MoodDay> &days, const QLocale &locale);

/// "16 November to 22 November".
QString weekTitle(QDate first, const QLocale &locale);

/// How a day's average is made.
QString averageExplained();

/// One sentence for the note: "7 check-ins on 4 days, mostly in between, 2 good
/// days." Empty when there is nothing to tell.
QString sinceLastTime(const domain::MoodFacts &facts, const QLocale &locale);

} // namespace rapport::wording
