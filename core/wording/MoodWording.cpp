// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/wording/MoodWording.h"

#include <QCoreApplication>

#include "core/wording/TimeWording.h"

namespace rapport::wording {

namespace {

using domain::MoodDay;
using domain::MoodFacts;

constexpr int daysInWeek = 7;
constexpr int middleStep = domain::moodSteps / 2;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Mood)
};

// The number stands in %1, so that it is written in the language's own digits;
// the last argument only chooses the form.

QString checkInCount(int count, const QLocale &locale)
{
    return Words::tr("%1 check-in(s)", nullptr, count).arg(locale.toString(count));
}

QString dayCount(int count, const QLocale &locale)
{
    return Words::tr("on %1 day(s)", "7 check-ins on 4 days", count).arg(locale.toString(count));
}

QString goodDayCount(int count, const QLocale &locale)
{
    return Words::tr("%1 good day(s)", nullptr, count).arg(locale.toString(count));
}

QString badDayCount(int count, const QLocale &locale)
{
    return Words::tr("%1 bad day(s)", nullptr, count).arg(locale.toString(count));
}

QDate dateOf(qint32 day)
{
    return QDate(1970, 1, 1).addDays(day);
}

} // namespace

QString moodWord(int step)
{
    switch (step) {
    case 0:
        return Words::tr("very bad");
    case 1:
        return Words::tr("bad");
    case 2:
        return Words::tr("in between");
    case 3:
        return Words::tr("good");
    case 4:
        return Words::tr("very good");
    default:
        return {};
    }
}

QString moodOfFive(int step, const QLocale &locale)
{
    return Words::tr("%1, %2 of %3", "bad, 2 of 5")
        .arg(moodWord(step), locale.toString(step + 1), locale.toString(domain::moodSteps));
}

QString moodDayWords(const MoodDay &day, const QLocale &locale)
{
    const int lowest = domain::moodStep(day.pleasantnessMin);
    const int highest = domain::moodStep(day.pleasantnessMax);
    const int mean = domain::moodStep(day.pleasantnessMean());
    const QString felt = lowest == highest ? moodWord(mean)
                                           : Words::tr("from %1 to %2, on average %3")
                                                 .arg(moodWord(lowest), moodWord(highest), moodWord(mean));
    return Words::tr("%1; %2", "mood; number of check-ins").arg(felt, checkInCount(day.checkIns, locale));
}

QString moodDaySentence(const MoodDay &day, const QLocale &locale)
{
    return Words::tr("%1: %2", "day: mood")
        .arg(weekdayAndDay(dateOf(day.day), locale), moodDayWords(day, locale));
}

QList<MoodTableRow> moodTable(const QList<MoodDay> &days, const QLocale &locale)
{
    QList<MoodTableRow> rows;
    for (const MoodDay &day : days)
        rows.append({weekdayAndDay(dateOf(day.day), locale), moodDayWords(day, locale)});
    return rows;
}

QString weekTitle(QDate first, const QLocale &locale)
{
    return Words::tr("%1 to %2", "first and last day of a week")
        .arg(dayAndMonth(first, locale), dayAndMonth(first.addDays(daysInWeek - 1), locale));
}

QString averageExplained()
{
    return Words::tr("A day's average adds up its check-ins, divides by how many there are, and takes the "
                     "nearest of the five words.");
}

QString sinceLastTime(const MoodFacts &facts, const QLocale &locale)
{
    if (facts.checkIns <= 0)
        return {};
    QString sentence = checkInCount(facts.checkIns, locale);
    const auto add = [&sentence](const QString &part) {
        sentence = Words::tr("%1, %2", "parts of one sentence").arg(sentence, part);
    };
    if (facts.days > 1)
        sentence = Words::tr("%1 %2", "7 check-ins, on 4 days").arg(sentence, dayCount(facts.days, locale));
    if (facts.checkIns == 1 && facts.usualStep)
        add(moodWord(*facts.usualStep));
    else if (facts.usualStep)
        add(Words::tr("mostly %1").arg(moodWord(*facts.usualStep)));
    // Days are told apart from "mostly" only where they say something else.
    const int usual = facts.usualStep.value_or(middleStep);
    if (facts.days > 1 && facts.goodDays > 0 && usual <= middleStep)
        add(goodDayCount(facts.goodDays, locale));
    if (facts.days > 1 && facts.badDays > 0 && usual >= middleStep)
        add(badDayCount(facts.badDays, locale));
    return Words::tr("%1.", "a sentence").arg(sentence);
}

} // namespace rapport::wording
