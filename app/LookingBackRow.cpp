// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/LookingBackRow.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

#include "app/Sentences.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/PauseRepository.h"
#include "core/storage/Timeline.h"
#include "core/wording/MoodWording.h"

namespace rapport::app {

namespace {

using storage::Result;

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerSecond = 1'000;
constexpr int secondsPerMinute = 60;
const QDate firstDate(1970, 1, 1);

class Words
{
    Q_DECLARE_TR_FUNCTIONS(LookingBack)
};

LookingBackRow rowOf(const storage::CardEvent &event)
{
    return {LookingBackKind::Card, event.card, event.when, static_cast<int>(event.state), event.text};
}

/// At its own wall time, wherever it took place.
LookingBackRow rowOf(const domain::Session &session)
{
    const qint64 utcMs = session.utcMs();
    const qint64 wallMs = QDateTime(session.date, session.time, Qt::UTC).toMSecsSinceEpoch();
    const domain::Moment when{utcMs, static_cast<int>((wallMs - utcMs) / msPerMinute)};
    return {LookingBackKind::Session, session.record.uid, when, 0, {}};
}

using app::rowOf; // the one for check-ins

LookingBackRow rowOf(const domain::Pause &pause)
{
    const qint64 lasted = pause.end ? pause.end->lastedMs : 0;
    return {LookingBackKind::Pause,
            pause.record.uid,
            pause.record.created,
            static_cast<int>(lasted / msPerSecond),
            {}};
}

/// As long as it lasted, to the nearest minute.
QString pauseWords(int seconds)
{
    const int minutes = (seconds + secondsPerMinute / 2) / secondsPerMinute;
    if (minutes < 1)
        return Words::tr("Pause");
    return Words::tr("Pause, %1 minute(s)", nullptr, minutes).arg(QLocale().toString(minutes));
}

template<typename Things>
Result<void> append(QList<LookingBackRow> &rows, const Result<Things> &things)
{
    if (!things)
        return tl::unexpected(things.error());
    for (const auto &thing : *things)
        rows.append(rowOf(thing));
    return {};
}

Result<QList<LookingBackRow>> rowsOf(storage::Database &database, qint32 from, qint32 to,
                                     const domain::Moment &now)
{
    QList<LookingBackRow> rows;
    const storage::Timeline timeline(database);
    if (const auto read = append(rows, storage::CheckInRepository(database).days(from, to)); !read)
        return tl::unexpected(read.error());
    if (const auto read = append(rows, timeline.cards(from, to)); !read)
        return tl::unexpected(read.error());
    if (const auto read = append(rows, timeline.sessions(from, to, now)); !read)
        return tl::unexpected(read.error());
    const auto pauses =
        storage::PauseRepository(database).between(firstDate.addDays(from), firstDate.addDays(to));
    if (const auto read = append(rows, pauses); !read)
        return tl::unexpected(read.error());
    std::stable_sort(rows.begin(), rows.end(), isNewer);
    return rows;
}

} // namespace

LookingBackRow rowOf(const domain::CheckIn &checkIn)
{
    return {LookingBackKind::Mood, checkIn.record.uid, checkIn.felt, checkIn.pleasantness, checkIn.note};
}

QString wordsOf(const LookingBackRow &row)
{
    switch (row.kind) {
    case LookingBackKind::Mood:
        return wording::moodWord(domain::moodStep(row.value));
    case LookingBackKind::Card:
        return words(static_cast<domain::CardState>(row.value));
    case LookingBackKind::Pause:
        return pauseWords(row.value);
    case LookingBackKind::Session:
        return Words::tr("Session");
    }
    return {};
}

QString spokenWordsOf(const LookingBackRow &row)
{
    return row.kind == LookingBackKind::Mood ? wording::moodOfFive(domain::moodStep(row.value), QLocale())
                                             : wordsOf(row);
}

bool isNewer(const LookingBackRow &row, const LookingBackRow &other)
{
    const qint32 day = row.when.localDay();
    const qint32 otherDay = other.when.localDay();
    return day != otherDay ? day > otherDay : row.when.utcMs > other.when.utcMs;
}

Result<LookingBackPage> pageBefore(storage::Database &database, qint32 day, int days,
                                   const domain::Moment &now)
{
    const storage::Timeline timeline(database);
    for (qint32 before = day;;) {
        const auto found = timeline.daysBefore(before, days, now);
        if (!found)
            return tl::unexpected(found.error());
        if (found->isEmpty())
            return LookingBackPage{{}, before, false};
        const qint32 oldest = found->last();
        auto rows = rowsOf(database, oldest, before - 1, now);
        if (!rows)
            return tl::unexpected(rows.error());
        // A day whose only news was taken back has no rows: then the next ones.
        if (!rows->isEmpty()) {
            const auto further = timeline.daysBefore(oldest, 1, now);
            if (!further)
                return tl::unexpected(further.error());
            return LookingBackPage{std::move(*rows), oldest, !further->isEmpty()};
        }
        before = oldest;
    }
}

} // namespace rapport::app
