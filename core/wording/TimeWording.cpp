// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/wording/TimeWording.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rapport::wording {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Time)
};

bool isField(QStringView part, QChar letter)
{
    return part.startsWith(letter);
}

/// A date format in its parts: runs of d, M or y, quoted words, single signs.
QStringList partsOf(const QString &format)
{
    static const QRegularExpression part(QStringLiteral("d+|M+|y+|'[^']*'|."));
    QStringList parts;
    for (auto found = part.globalMatch(format); found.hasNext();)
        parts.append(found.next().captured());
    return parts;
}

/// The locale's long date from its day to its month, or the other way round:
/// their order, and the words between them, stay the language's own. So does
/// what is written close to the last of the two, as in "11月24日".
QString dayAndMonthFormat(const QLocale &locale)
{
    const QString plain = QStringLiteral("d MMMM");
    const QStringList parts = partsOf(locale.dateFormat(QLocale::LongFormat));
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool day = isField(parts.at(i), u'd') && parts.at(i).size() <= 2;
        if (!day && !isField(parts.at(i), u'M'))
            continue;
        if (first < 0)
            first = i;
        last = i;
    }
    const bool bothThere = first >= 0 && isField(parts.at(first), u'd') != isField(parts.at(last), u'd');
    if (!bothThere)
        return plain;

    QString format;
    for (qsizetype i = first; i <= last; ++i) {
        const bool other =
            i != first && i != last && (isField(parts.at(i), u'd') || isField(parts.at(i), u'y'));
        if (other) // a weekday or a year in the middle
            return plain;
        format += parts.at(i);
    }
    static const QRegularExpression apart(QStringLiteral("^([\\s,،⹁፣、-]|d+|M+|y+)$"));
    for (qsizetype i = last + 1; i < parts.size() && !apart.match(parts.at(i)).hasMatch(); ++i)
        format += parts.at(i);
    return format;
}

} // namespace

QString dayAndMonth(QDate day, const QLocale &locale)
{
    return locale.toString(day, dayAndMonthFormat(locale));
}

QString weekdayAndDay(QDate day, const QLocale &locale)
{
    return Words::tr("%1 %2", "weekday, day and month")
        .arg(locale.dayName(day.dayOfWeek()), dayAndMonth(day, locale));
}

QString pastDay(QDate day, QDate today, const QLocale &locale)
{
    if (day == today)
        return Words::tr("Today");
    if (day == today.addDays(-1))
        return Words::tr("Yesterday");
    if (day.year() == today.year())
        return weekdayAndDay(day, locale);
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return Words::tr("%1 %2", "weekday, day and month; year")
        .arg(weekdayAndDay(day, locale), plain.toString(day.year()));
}

QString clockTime(QTime time, const QLocale &locale)
{
    // Some locales, C among them, have seconds even in their short form.
    static const QRegularExpression seconds(QStringLiteral("[:.]s{1,2}"));
    return locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(seconds));
}

QString sessionHeadline(const std::optional<domain::Session> &session, const domain::Moment &now,
                        const QLocale &locale)
{
    using domain::SessionNearness;
    const QDate today = now.localDate();
    const SessionNearness near = session ? domain::nearness(*session, now) : SessionNearness::None;
    if (near == SessionNearness::None)
        return weekdayAndDay(today, locale);
    if (near == SessionNearness::After)
        return session->date == today ? Words::tr("Your session was today")
                                      : Words::tr("Your session was yesterday");

    const QString time = clockTime(session->time, locale);
    const qint64 days = today.daysTo(session->date);
    if (days <= 0)
        return Words::tr("Next session today, %1").arg(time);
    if (days == 1)
        return Words::tr("Next session tomorrow, %1").arg(time);
    if (days < 7)
        return Words::tr("Next session %1, %2", "weekday, time")
            .arg(locale.dayName(session->date.dayOfWeek()), time);
    return Words::tr("Next session %1, %2", "day and month, time")
        .arg(dayAndMonth(session->date, locale), time);
}

} // namespace rapport::wording
