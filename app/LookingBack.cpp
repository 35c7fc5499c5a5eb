// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/LookingBack.h"

#include <algorithm>
#include <chrono>

#include <QCoreApplication>
#include <QLocale>

#include "app/Sentences.h"
#include "core/storage/CheckInRepository.h"
#include "core/wording/TimeWording.h"

namespace rapport::app {

namespace {

using domain::CheckIn;
using domain::Uid;
using storage::Result;

constexpr int daysInPage = 14;
/// 31 December 9999: whatever is kept lies before it.
constexpr qint32 lastDay = 2'932'896;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(LookingBack)
};

QString timeOf(const LookingBackRow &row)
{
    return wording::clockTime(row.when.toDateTime().time(), QLocale());
}

} // namespace

LookingBack::LookingBack(const Environment &environment, QObject *parent)
    : QAbstractListModel(parent)
    , m_environment(environment)
{
    m_purge.setInterval(std::chrono::milliseconds(domain::undoWindowMs));
    m_purge.setSingleShot(true);
    connect(&m_purge, &QTimer::timeout, this, &LookingBack::purge);
    readRemoved();
}

/// What was deleted before the app ended can be brought back as well. Read but
/// once: what Moods takes back from now on is nobody's loss.
void LookingBack::readRemoved()
{
    const qint64 now = m_environment.clock.now().utcMs;
    auto future = m_environment.database.run<QList<CheckIn>>(
        [](storage::Database &database) { return storage::CheckInRepository(database).deleted(); });
    storage::whenDone(this, future, [this, now](const Result<QList<CheckIn>> &removed) {
        if (!removed)
            return;
        for (const CheckIn &checkIn : *removed) {
            if (checkIn.record.deletedMs.value_or(0) >= now - domain::undoWindowMs)
                m_removed.append(checkIn.record.uid);
        }
        if (m_removed.isEmpty())
            return;
        m_purge.start();
        Q_EMIT undoChanged();
    });
}

int LookingBack::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

bool LookingBack::isFirstOfDay(int row) const
{
    return row == 0 || m_rows.at(row - 1).when.localDay() != m_rows.at(row).when.localDay();
}

QVariant LookingBack::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LookingBackRow &row = m_rows.at(index.row());
    switch (role) {
    case KindRole:
        return QVariant::fromValue(row.kind);
    case UidRole:
        return row.uid.toString();
    case DayRole:
        return wording::pastDay(row.when.localDate(), m_environment.clock.now().localDate(), QLocale());
    case FirstOfDayRole:
        return isFirstOfDay(index.row());
    case TimeRole:
        return timeOf(row);
    case Qt::DisplayRole:
    case WordsRole:
        return wordsOf(row);
    case NameRole:
        return Words::tr("%1, %2, %3", "mood, day, time")
            .arg(spokenWordsOf(row), data(index, DayRole).toString(), timeOf(row));
    case OwnWordsRole:
        return row.ownWords;
    case StepRole:
        return row.kind == LookingBackKind::Mood ? domain::moodStep(row.value) : -1;
    default:
        return {};
    }
}

QHash<int, QByteArray> LookingBack::roleNames() const
{
    return {{KindRole, "kind"}, {UidRole, "uid"},     {DayRole, "day"},   {FirstOfDayRole, "firstOfDay"},
            {TimeRole, "time"}, {WordsRole, "words"}, {NameRole, "name"}, {OwnWordsRole, "ownWords"},
            {StepRole, "step"}};
}

void LookingBack::load()
{
    const domain::Moment now = m_environment.clock.now();
    m_reading = true;
    const int reading = ++m_readings;
    auto future = m_environment.database.run<LookingBackPage>(
        [now](storage::Database &database) { return pageBefore(database, lastDay, daysInPage, now); });
    storage::whenDone(this, future, [this, reading](const Result<LookingBackPage> &page) {
        if (reading != m_readings)
            return;
        m_reading = false;
        if (!page) {
            setProblem(sentence(page.error()));
            return settle(Failed);
        }
        beginResetModel();
        m_rows = page->rows;
        m_oldestDay = page->oldestDay;
        m_hasMore = page->hasMore;
        endResetModel();
        setProblem({});
        settle(m_rows.isEmpty() ? Empty : Ready);
    });
}

void LookingBack::loadMore()
{
    if (m_reading || !m_hasMore)
        return;
    const domain::Moment now = m_environment.clock.now();
    m_reading = true;
    const int reading = ++m_readings;
    auto future =
        m_environment.database.run<LookingBackPage>([now, day = m_oldestDay](storage::Database &database) {
            return pageBefore(database, day, daysInPage, now);
        });
    storage::whenDone(this, future, [this, reading](const Result<LookingBackPage> &page) {
        if (reading != m_readings)
            return;
        m_reading = false;
        if (!page)
            return setProblem(sentence(page.error()));
        m_oldestDay = page->oldestDay;
        m_hasMore = page->hasMore;
        if (!page->rows.isEmpty()) {
            beginInsertRows({}, count(), count() + static_cast<int>(page->rows.size()) - 1);
            m_rows += page->rows;
            endInsertRows();
        }
        Q_EMIT countChanged();
    });
}

void LookingBack::remove(const QString &uid)
{
    const auto id = Uid::fromString(uid);
    if (!id)
        return;
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<void>([id = *id, now](storage::Database &database) {
        return storage::CheckInRepository(database).remove(id, now);
    });
    storage::whenDone(this, future, [this, id = *id](const Result<void> &removed) {
        if (!removed)
            return setProblem(sentence(removed.error()));
        take(indexOf(id));
        m_removed.prepend(id);
        m_purge.start();
        Q_EMIT undoChanged();
        Q_EMIT checkInRemoved(id);
        Q_EMIT checkInsChanged();
    });
}

void LookingBack::undo()
{
    if (m_removed.isEmpty())
        return;
    const domain::Moment now = m_environment.clock.now();
    auto future =
        m_environment.database.run<CheckIn>([uid = m_removed.first(), now](storage::Database &database) {
            return storage::CheckInRepository(database).restore(uid, now);
        });
    storage::whenDone(this, future, [this](const Result<CheckIn> &restored) {
        if (!restored)
            return setProblem(sentence(restored.error()));
        m_removed.removeAll(restored->record.uid);
        place(*restored);
        Q_EMIT undoChanged();
    });
}

void LookingBack::dismissUndo()
{
    m_removed.clear();
    Q_EMIT undoChanged();
}

void LookingBack::dismissProblem()
{
    setProblem({});
}

void LookingBack::purge()
{
    const qint64 before = m_environment.clock.now().utcMs - domain::undoWindowMs;
    m_environment.database.run<int>(
        [before](storage::Database &database) { return storage::CheckInRepository(database).purge(before); });
    dismissUndo();
}

void LookingBack::place(const CheckIn &checkIn)
{
    const int row = indexOf(checkIn.record.uid);
    if (row < 0) {
        // Of a day that was not read yet: it comes with its page.
        if (!m_hasMore || checkIn.felt.localDay() >= m_oldestDay)
            insert(rowOf(checkIn));
    } else {
        m_rows[row] = rowOf(checkIn);
        Q_EMIT dataChanged(index(row), index(row));
    }
    Q_EMIT checkInsChanged();
}

void LookingBack::insert(const LookingBackRow &row)
{
    const auto below = std::upper_bound(m_rows.begin(), m_rows.end(), row, isNewer);
    const int target = static_cast<int>(below - m_rows.begin());
    beginInsertRows({}, target, target);
    m_rows.insert(target, row);
    endInsertRows();
    if (target + 1 < count())
        Q_EMIT dataChanged(index(target + 1), index(target + 1), {FirstOfDayRole});
    settle(Ready);
}

void LookingBack::take(int row)
{
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    if (row < count())
        Q_EMIT dataChanged(index(row), index(row), {FirstOfDayRole});
    settle(m_rows.isEmpty() && !m_hasMore ? Empty : Ready);
}

int LookingBack::indexOf(const Uid &uid) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&uid](const LookingBackRow &row) {
        return row.kind == LookingBackKind::Mood && row.uid == uid;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void LookingBack::settle(Status status)
{
    if (status != m_status) {
        m_status = status;
        Q_EMIT statusChanged();
    }
    Q_EMIT countChanged();
}

void LookingBack::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace rapport::app
