// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/NextSession.h"

#include <algorithm>
#include <chrono>

#include <QLocale>

#include "app/Sentences.h"
#include "core/storage/SessionRepository.h"
#include "core/wording/TimeWording.h"

namespace rapport::app {

namespace {

using domain::Session;
using storage::Result;

constexpr int usualHour = 14;
constexpr int minutesPerDay = 24 * 60;

} // namespace

NextSession::NextSession(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{
    m_minute.setInterval(std::chrono::minutes(1));
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_minute, &QTimer::timeout, this, &NextSession::refresh);
    m_minute.start();
    load();
}

void NextSession::load()
{
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<std::optional<Session>>(
        [now](storage::Database &database) { return storage::SessionRepository(database).current(now); });
    storage::whenDone(this, future, [this](const Result<std::optional<Session>> &session) {
        if (!session)
            return setProblem(sentence(session.error()));
        m_session = *session;
        Q_EMIT changed();
    });
}

void NextSession::refresh()
{
    Q_EMIT changed();
    if (m_editDate.isValid())
        Q_EMIT editChanged(); // it may be past by now
    // After one session, and before it is over for good, the next may lead.
    if (m_session && (nearness() == None || nearness() == After))
        load();
}

NextSession::Nearness NextSession::nearness() const
{
    if (!m_session)
        return None;
    switch (domain::nearness(*m_session, m_environment.clock.now())) {
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
    const domain::Moment now = m_environment.clock.now();
    const bool ahead = m_session && m_session->utcMs() > now.utcMs;
    m_editDate = ahead ? m_session->date : now.localDate().addDays(7);
    m_editTime = m_session ? m_session->time : QTime(usualHour, 0);
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
    const domain::Moment now = m_environment.clock.now();
    Session session = edited();
    const bool sameOne = m_session && m_session->utcMs() > now.utcMs;
    session.record = sameOne ? m_session->record : domain::Record{};
    if (!sameOne) {
        session.record.uid = domain::Uid::create(now.utcMs, m_environment.random);
        session.record.created = now;
    }
    session.record.modifiedUtcMs = now.utcMs;
    auto future = m_environment.database.run<Session>([session](storage::Database &database) {
        return storage::SessionRepository(database).save(session);
    });
    storage::whenDone(this, future, [this](const Result<Session> &stored) {
        if (!stored)
            return setProblem(sentence(stored.error()));
        load();
        Q_EMIT saved();
    });
}

void NextSession::remove()
{
    if (!m_session)
        return;
    const domain::Moment now = m_environment.clock.now();
    auto future =
        m_environment.database.run<void>([uid = m_session->record.uid, now](storage::Database &database) {
            return storage::SessionRepository(database).remove(uid, now);
        });
    storage::whenDone(this, future, [this](const Result<void> &removed) {
        if (!removed)
            return setProblem(sentence(removed.error()));
        m_session.reset();
        Q_EMIT changed();
        load();
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
