// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/MoodWeek.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/Sentences.h"
#include "core/storage/CheckInRepository.h"
#include "core/wording/MoodWording.h"
#include "core/wording/TimeWording.h"

namespace rapport::app {

namespace {

using domain::MoodDay;
using storage::Result;

constexpr int daysInWeek = 7;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MoodWeek)
};

qint32 dayOf(QDate date)
{
    return static_cast<qint32>(QDate(1970, 1, 1).daysTo(date));
}

QList<MoodDay> emptyWeek(QDate first)
{
    QList<MoodDay> days(daysInWeek);
    for (int i = 0; i < daysInWeek; ++i)
        days[i].day = dayOf(first) + i;
    return days;
}

} // namespace

MoodWeek::MoodWeek(const Environment &environment, QObject *parent)
    : QAbstractListModel(parent)
    , m_environment(environment)
    , m_first(latestFirst())
    , m_days(emptyWeek(m_first))
{}

QDate MoodWeek::latestFirst() const
{
    const QDate today = m_environment.clock.now().localDate();
    const int past = (today.dayOfWeek() - QLocale().firstDayOfWeek() + daysInWeek) % daysInWeek;
    return today.addDays(-past);
}

QString MoodWeek::title() const
{
    const QDate latest = latestFirst();
    if (m_first == latest)
        return Words::tr("This week");
    if (m_first == latest.addDays(-daysInWeek))
        return Words::tr("Last week");
    return wording::weekTitle(m_first, QLocale());
}

bool MoodWeek::isLatest() const
{
    return m_first >= latestFirst();
}

QString MoodWeek::average() const
{
    return wording::averageExplained();
}

int MoodWeek::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_days.size());
}

QVariant MoodWeek::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MoodDay &day = m_days.at(index.row());
    const QDate date = m_first.addDays(index.row());
    const bool there = day.checkIns > 0;
    const QLocale locale;
    switch (role) {
    case ShortNameRole:
        return locale.standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    case LetterRole:
        return locale.standaloneDayName(date.dayOfWeek(), QLocale::NarrowFormat);
    case ThereRole:
        return there;
    case LowestRole:
        return there ? domain::moodStep(day.pleasantnessMin) : -1;
    case HighestRole:
        return there ? domain::moodStep(day.pleasantnessMax) : -1;
    case MeanRole:
        return there ? domain::moodStep(day.pleasantnessMean()) : -1;
    case Qt::DisplayRole:
    case DayRole:
        return wording::weekdayAndDay(date, locale);
    case WordsRole:
        return there ? wording::moodDayWords(day, locale) : QString();
    case SentenceRole:
        return there ? wording::moodDaySentence(day, locale) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> MoodWeek::roleNames() const
{
    return {
        {ShortNameRole, "shortName"}, {LetterRole, "letter"}, {ThereRole, "there"}, {LowestRole, "lowest"},
        {HighestRole, "highest"},     {MeanRole, "mean"},     {DayRole, "day"},     {WordsRole, "words"},
        {SentenceRole, "sentence"}};
}

void MoodWeek::showLatest()
{
    show(latestFirst());
}

void MoodWeek::earlier()
{
    show(m_first.addDays(-daysInWeek));
}

void MoodWeek::later()
{
    if (!isLatest())
        show(m_first.addDays(daysInWeek));
}

void MoodWeek::load()
{
    show(m_first);
}

void MoodWeek::show(QDate first)
{
    m_first = first;
    const qint32 from = dayOf(first);
    auto future = m_environment.database.run<QList<MoodDay>>([from](storage::Database &database) {
        return storage::CheckInRepository(database).moodDays(from, from + daysInWeek - 1);
    });
    storage::whenDone(this, future, [this, first](const Result<QList<MoodDay>> &found) {
        if (first != m_first) // another week is on its way
            return;
        m_problem = found ? QString() : sentence(found.error());
        // Never reset: the rows are seven in any week, and a layout of Qt 6.4
        // that gets its width in the same frame still counts the items that a
        // reset destroyed.
        m_days = emptyWeek(first);
        if (found) {
            for (const MoodDay &day : *found)
                m_days[day.day - dayOf(first)] = day;
        }
        Q_EMIT dataChanged(index(0), index(daysInWeek - 1));
        m_status = !found ? Failed : found->isEmpty() ? Empty : Ready;
        Q_EMIT statusChanged();
    });
}

} // namespace rapport::app
