// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Moods.h"

#include <chrono>

#include <QLocale>

#include "app/Sentences.h"
#include "core/domain/Text.h"
#include "core/storage/CheckInRepository.h"
#include "core/wording/MoodWording.h"

namespace rapport::app {

namespace {

using domain::CheckIn;
using storage::Result;

/// The two lowest steps.
constexpr int gentleSteps = 2;

bool canBeUndone(const CheckIn &checkIn, qint64 nowUtcMs)
{
    const qint64 age = nowUtcMs - checkIn.record.created.utcMs;
    return age >= 0 && age < domain::undoWindowMs;
}

} // namespace

Moods::Moods(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_draft(environment, QStringLiteral("check-in"), this)
{
    m_undoWindow.setSingleShot(true);
    connect(&m_undoWindow, &QTimer::timeout, this, [this] {
        // It never runs away from under a hand that writes.
        if (m_state == Kept && m_note.isEmpty())
            rest();
        else if (m_last)
            m_undoWindow.start(std::chrono::minutes(1));
    });
    m_purge.setInterval(std::chrono::milliseconds(domain::undoWindowMs));
    m_purge.setSingleShot(true);
    connect(&m_purge, &QTimer::timeout, this, [this] {
        const qint64 before = m_environment.clock.now().utcMs - domain::undoWindowMs;
        m_environment.database.run<int>([before](storage::Database &database) {
            return storage::CheckInRepository(database).purge(before);
        });
    });
    load();
}

void Moods::load()
{
    const qint64 now = m_environment.clock.now().utcMs;
    using Latest = std::optional<CheckIn>;
    auto future = m_environment.database.run<Latest>([now](storage::Database &database) -> Result<Latest> {
        storage::CheckInRepository checkIns(database);
        if (auto purged = checkIns.purge(now - domain::undoWindowMs); !purged)
            return tl::unexpected(purged.error());
        return checkIns.latest();
    });
    storage::whenDone(this, future, [this, now](const Result<Latest> &latest) {
        // Whoever tapped meanwhile has a newer one.
        if (m_state != Asking || m_last || !latest || !*latest || !canBeUndone(**latest, now))
            return;
        setLast(**latest);
        setState(Kept);
    });
    m_draft.load([this](const QString &text) {
        if (!m_note.isEmpty() || text.isEmpty())
            return;
        m_note = text;
        Q_EMIT noteChanged();
    });
}

QStringList Moods::words() const
{
    QStringList words;
    for (int step = 0; step < domain::moodSteps; ++step)
        words.append(wording::moodWord(step));
    return words;
}

QStringList Moods::names() const
{
    QStringList names;
    for (int step = 0; step < domain::moodSteps; ++step)
        names.append(wording::moodOfFive(step, QLocale()));
    return names;
}

int Moods::lastStep() const
{
    return m_last ? domain::moodStep(m_last->pleasantness) : -1;
}

QString Moods::lastWord() const
{
    return wording::moodWord(lastStep());
}

QString Moods::lastNote() const
{
    return m_last ? m_last->note : QString();
}

bool Moods::isGentle() const
{
    return m_last && lastStep() < gentleSteps;
}

void Moods::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    m_draft.changed(note);
    if (!m_problem.isEmpty())
        setState(m_state);
    Q_EMIT noteChanged();
}

void Moods::checkIn(int step)
{
    if (m_state != Asking || step < 0 || step >= domain::moodSteps)
        return;
    setState(Keeping);
    const domain::Moment now = m_environment.clock.now();
    CheckIn checkIn;
    checkIn.record.uid = domain::Uid::create(now.utcMs, m_environment.random);
    checkIn.record.created = now;
    checkIn.record.modifiedUtcMs = now.utcMs;
    checkIn.felt = now;
    checkIn.pleasantness = domain::pleasantnessOf(step);
    auto future = m_environment.database.run<CheckIn>(
        [checkIn](storage::Database &database) { return storage::CheckInRepository(database).add(checkIn); });
    storage::whenDone(this, future, [this](const Result<CheckIn> &stored) {
        if (!stored)
            return setState(Asking, sentence(stored.error()));
        setLast(*stored);
        setState(Kept);
        Q_EMIT kept();
    });
}

void Moods::undo()
{
    if (m_state != Kept)
        return;
    // As if deleted long ago: a slip of the finger is not offered back after a
    // restart as something deleted.
    domain::Moment when = m_environment.clock.now();
    when.utcMs -= domain::undoWindowMs + 1;
    auto future =
        m_environment.database.run<void>([uid = m_last->record.uid, when](storage::Database &database) {
            return storage::CheckInRepository(database).remove(uid, when);
        });
    storage::whenDone(this, future, [this](const Result<void> &removed) {
        const bool gone = !removed && removed.error().kind == storage::Error::NotFound;
        if (!removed && !gone)
            return setState(m_state, sentence(removed.error()));
        // Most who take one back meant the shape beside it, and the same words.
        if (m_last && m_note.isEmpty())
            setNote(m_last->note);
        rest();
        m_purge.start();
        Q_EMIT undone();
    });
}

void Moods::dismiss()
{
    if (m_state != Kept)
        return;
    if (domain::normalizedText(m_note))
        writeNote(true);
    else
        rest();
}

void Moods::keepNote()
{
    if (m_state != Kept)
        return;
    const auto text = domain::normalizedText(m_note);
    if (!text)
        return setState(Kept, sentence(text.error()));
    writeNote(false);
}

void Moods::writeNote(bool thenRest)
{
    setState(KeepingNote);
    CheckIn wanted = *m_last;
    // A second note stands below the first; nothing that was kept is replaced.
    wanted.note = wanted.note.isEmpty() ? m_note : wanted.note + u'\n' + m_note;
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<CheckIn>([wanted, now](storage::Database &database) {
        return storage::CheckInRepository(database).update(wanted, now);
    });
    storage::whenDone(this, future, [this, thenRest, typed = m_note](const Result<CheckIn> &stored) {
        if (!stored)
            return setState(Kept, sentence(stored.error()));
        if (m_last)
            m_last = *stored;
        // What was typed while it was being kept is not yet.
        if (m_note == typed) {
            m_note.clear();
            m_draft.forget();
            Q_EMIT noteChanged();
        }
        if (thenRest)
            rest();
        else
            setState(Kept);
        Q_EMIT noteKept();
    });
}

void Moods::forget(const domain::Uid &uid)
{
    if (m_last && m_last->record.uid == uid && m_state == Kept)
        rest();
}

void Moods::takeOver(const CheckIn &checkIn)
{
    if (!m_last || m_last->record.uid != checkIn.record.uid)
        return;
    m_last = checkIn;
    setState(m_state, m_problem);
}

void Moods::rest()
{
    m_undoWindow.stop();
    m_last.reset();
    m_state = Asking;
    m_problem.clear();
    Q_EMIT stateChanged();
}

void Moods::setLast(const CheckIn &checkIn)
{
    m_last = checkIn;
    const qint64 left = checkIn.record.created.utcMs + domain::undoWindowMs - m_environment.clock.now().utcMs;
    m_undoWindow.start(std::chrono::milliseconds(std::max<qint64>(left, 0)));
}

void Moods::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

} // namespace rapport::app
