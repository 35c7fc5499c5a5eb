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

/// The locale's long date without its weekday and year: the order of day and
/// month, and the words between them, stay the language's own.
QString dayAndMonthFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::LongFormat);
    // A quoted word such as Spanish 'de' goes together with the year it leads to.
    static const QRegularExpression year(
        QStringLiteral("([\\s,.،/-]*('[^']*'\\s*)?[\\s,]*)y{1,4}(\\s*'[^']*')?"));
    static const QRegularExpression weekday(QStringLiteral("d{3,4}[\\s,.،]*('[^']*'\\s*)?"));
    format.remove(year);
    format.remove(weekday);
    format = format.trimmed();
    while (format.endsWith(u',') || format.endsWith(u'،'))
        format.chop(1);
    return format.contains(u'd') && format.contains(u'M') ? format : QStringLiteral("d MMMM");
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
