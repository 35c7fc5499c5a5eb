// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/wording/TimeWording.h"

#include <QCoreApplication>

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
    QStringList parts;
    for (qsizetype start = 0, end = 0; start < format.size(); start = end) {
        const QChar letter = format.at(start);
        end = start + 1;
        if (letter == u'\'') {
            const qsizetype closing = format.indexOf(u'\'', end);
            end = closing < 0 ? end : closing + 1;
        } else if (letter == u'd' || letter == u'M' || letter == u'y') {
            while (end < format.size() && format.at(end) == letter)
                ++end;
        }
        parts.append(format.sliced(start, end - start));
    }
    return parts;
}

/// What does not belong to the word before it: a space, a comma, a dash, or the
/// next field.
bool standsApart(QStringView part)
{
    constexpr QStringView commas = u",،⹁፣、-";
    const QChar sign = part.front();
    return sign == u'd' || sign == u'M' || sign == u'y' ||
           (part.size() == 1 && (sign.isSpace() || commas.contains(sign)));
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
    for (qsizetype i = last + 1; i < parts.size() && !standsApart(parts.at(i)); ++i)
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
    QString format = locale.timeFormat(QLocale::ShortFormat);
    for (const char *seconds : {":ss", ".ss", ":s", ".s"})
        format.remove(QLatin1String(seconds));
    return locale.toString(time, format);
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
