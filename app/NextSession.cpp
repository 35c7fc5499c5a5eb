// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/NextSession.h"

#include <algorithm>
#include <chrono>

#include <QLocale>

#include "app/Sentences.h"
#include "core/storage/PersonRepository.h"
#include "core/storage/SessionRepository.h"
#include "core/wording/TimeWording.h"

namespace rapport::app {

namespace {

using domain::Person;
using domain::Session;
using storage::Result;

constexpr int usualHour = 14;
constexpr int daysBetweenSessions = 7;
constexpr int minutesPerDay = 24 * 60;

} // namespace

NextSession::NextSession(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_therapist(environment, nullptr)
{
    QQmlEngine::setObjectOwnership(&m_therapist, QQmlEngine::CppOwnership);
    m_minute.setInterval(std::chrono::minutes(1));
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_minute, &QTimer::timeout, this, &NextSession::refresh);
    m_minute.start();
    load();
}

void NextSession::load()
{
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<Loaded>([now](storage::Database &database) -> Result<Loaded> {
        const auto sessions = storage::SessionRepository(database).near(now);
        if (!sessions)
            return tl::unexpected(sessions.error());
        return readMarks(database).map([&](const SessionMarks &marks) { return Loaded{*sessions, marks}; });
    });
    storage::whenDone(this, future, [this](const Result<Loaded> &loaded) {
        if (!loaded)
            return setProblem(sentence(loaded.error()));
        m_sessions = loaded->sessions;
        m_marks = loaded->marks;
        choose();
    });
}

/// Which of the sessions counts now.
void NextSession::choose()
{
    const domain::Moment now = m_environment.clock.now();
    m_at = domain::sessionsAt(m_sessions, now);
    // Once everything about the last one is told, the next may lead.
    const bool told = m_at.last && m_marks.done == keyOf(*m_at.last);
    m_session = told && m_at.next ? m_at.next : domain::leadingSession(m_at, now);
    Q_EMIT changed();
}

void NextSession::refresh()
{
    choose();
    if (m_editDate.isValid())
        Q_EMIT editChanged(); // it may be past by now
}

NextSession::Nearness NextSession::nearness() const
{
    if (!m_session)
        return None;
    const bool saidSo = m_marks.goingIn == keyOf(*m_session);
    switch (domain::nearness(*m_session, m_environment.clock.now(), saidSo)) {
    case domain::SessionNearness::None:
        return None;
    case domain::SessionNearness::Far:
        return Far;
    case domain::SessionNearness::Within24h:
        return Within24h;
    case domain::SessionNearness::AboutTo:
        return AboutTo;
    case domain::SessionNearness::After:
        return After;
    }
    return None;
}

bool NextSession::goingIn() const
{
    return m_session && m_marks.goingIn == keyOf(*m_session) &&
           domain::nearness(*m_session, m_environment.clock.now()) == domain::SessionNearness::Within24h;
}

bool NextSession::asksAfter() const
{
    if (nearness() != After || m_marks.done == keyOf(*m_session))
        return false;
    return m_marks.later != keyOf(*m_session) || m_marks.laterDay != m_environment.clock.now().localDay();
}

bool NextSession::canStillTell() const
{
    return nearness() == After && !asksAfter() && m_marks.done != keyOf(*m_session);
}

void NextSession::goIn()
{
    if (!m_session)
        return;
    SessionMarks marks = m_marks;
    marks.goingIn = keyOf(*m_session);
    setMarks(marks);
}

void NextSession::stayOut()
{
    SessionMarks marks = m_marks;
    marks.goingIn.clear();
    setMarks(marks);
}

void NextSession::askLater()
{
    if (!m_at.last)
        return;
    SessionMarks marks = m_marks;
    marks.later = keyOf(*m_at.last);
    marks.laterDay = m_environment.clock.now().localDay();
    setMarks(marks);
}

void NextSession::settle()
{
    if (!m_at.last)
        return;
    SessionMarks marks = m_marks;
    marks.done = keyOf(*m_at.last);
    setMarks(marks);
}

void NextSession::askAgain()
{
    SessionMarks marks = m_marks;
    marks.done.clear();
    marks.later.clear();
    setMarks(marks);
}

/// The screen follows at once, and stays so for this run should the vault
/// refuse: nobody is held up on the way into a session.
void NextSession::setMarks(const SessionMarks &marks)
{
    m_marks = marks;
    choose();
    auto future = m_environment.database.run<void>(
        [marks](storage::Database &database) { return saveMarks(database, marks); });
    storage::whenDone(this, future, [this](const Result<void> &saved) {
        setProblem(saved ? QString() : sentence(saved.error()));
    });
}

QString NextSession::nextWords() const
{
    return m_at.next ? wording::sessionHeadline(m_at.next, m_environment.clock.now(), QLocale()) : QString();
}

QString NextSession::headline() const
{
    return wording::sessionHeadline(m_session, m_environment.clock.now(), QLocale());
}

QString NextSession::dayName() const
{
    return QLocale().dayName(m_environment.clock.now().localDate().dayOfWeek());
}

void NextSession::edit()
{
    choose(); // the next one may be the last by now
    const auto &like = m_at.next ? m_at.next : m_at.last;
    m_editDate =
        m_at.next ? m_at.next->date : m_environment.clock.now().localDate().addDays(daysBetweenSessions);
    m_editTime = like ? like->time : QTime(usualHour, 0);
    m_therapist.edit(like ? like->person : std::nullopt);
    setProblem({});
    Q_EMIT editChanged();
}

QString NextSession::editDay() const
{
    return wording::weekdayAndDay(m_editDate, QLocale());
}

QString NextSession::editTime() const
{
    return wording::clockTime(m_editTime, QLocale());
}

bool NextSession::editIsPast() const
{
    return m_editDate.isValid() && edited().utcMs() <= m_environment.clock.now().utcMs;
}

void NextSession::stepDays(int days)
{
    const QDate today = m_environment.clock.now().localDate();
    m_editDate = std::max(m_editDate.addDays(days), today);
    Q_EMIT editChanged();
}

void NextSession::stepWeeks(int weeks)
{
    stepDays(7 * weeks);
}

void NextSession::stepQuarters(int quarters)
{
    const int current = m_editTime.msecsSinceStartOfDay() / 60'000;
    const int next = (current + quarters * 15 % minutesPerDay + minutesPerDay) % minutesPerDay;
    m_editTime = QTime::fromMSecsSinceStartOfDay(next * 60'000);
    Q_EMIT editChanged();
}

Session NextSession::edited() const
{
    Session session;
    session.date = m_editDate;
    session.time = m_editTime;
    session.zone = m_environment.clock.zone();
    return session;
}

void NextSession::save()
{
    if (const QString problem = m_therapist.textProblem(); !problem.isEmpty())
        return setProblem(problem);
    const domain::Moment now = m_environment.clock.now();
    choose();
    Session session = edited();
    if (m_at.next) {
        session.record = m_at.next->record;
    } else {
        session.record.uid = domain::Uid::create(now.utcMs, m_environment.random);
        session.record.created = now;
    }
    session.record.modifiedUtcMs = now.utcMs;
    std::optional<Person> person;
    if (m_therapist.differs())
        person = m_therapist.toStore();
    if (const auto &uid = person ? person->record.uid : m_therapist.stored().record.uid; !uid.isNull())
        session.person = uid;

    auto future = m_environment.database.run<std::optional<Person>>(
        [session, person](storage::Database &database) -> Result<std::optional<Person>> {
            std::optional<Person> stored;
            if (person) {
                const auto saved = storage::PersonRepository(database).save(*person);
                if (!saved)
                    return tl::unexpected(saved.error());
                stored = *saved;
            }
            return storage::SessionRepository(database).save(session).map(
                [&](const Session &) { return stored; });
        });
    storage::whenDone(this, future, [this](const Result<std::optional<Person>> &stored) {
        if (!stored)
            return setProblem(sentence(stored.error()));
        if (*stored)
            m_therapist.take(**stored);
        setProblem({});
        load();
        Q_EMIT saved();
    });
}

void NextSession::remove()
{
    if (!m_at.next)
        return;
    const domain::Moment now = m_environment.clock.now();
    auto future =
        m_environment.database.run<void>([uid = m_at.next->record.uid, now](storage::Database &database) {
            return storage::SessionRepository(database).remove(uid, now);
        });
    storage::whenDone(this, future, [this, uid = m_at.next->record.uid](const Result<void> &removed) {
        if (!removed)
            return setProblem(sentence(removed.error()));
        m_sessions.removeIf([&](const Session &session) { return session.record.uid == uid; });
        choose();
        Q_EMIT saved();
    });
}

void NextSession::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace rapport::app
