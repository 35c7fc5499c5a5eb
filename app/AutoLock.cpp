// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/AutoLock.h"

#include <algorithm>

#include <QCoreApplication>
#include <QEvent>

namespace rapport::app {

namespace {

/// Timers stand still while the device sleeps: so often the clock is asked.
constexpr int lookAgainMs = 10'000;

bool isTouch(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

AutoLock::AutoLock(const platform::BootClock &bootClock, const domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_bootClock(bootClock)
    , m_clock(clock)
{
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (!lockWhenDue())
            follow();
        else if (m_lockable)
            m_look.start(lookAgainMs); // it was not done
    });
}

qint64 AutoLock::nowMs() const
{
    return m_bootClock.nowNs() / 1'000'000;
}

void AutoLock::setWish(domain::AutoLockWish wish)
{
    if (wish == m_facts.wish)
        return;
    m_facts.wish = wish;
    follow();
}

void AutoLock::setLockable(bool lockable)
{
    if (lockable == m_lockable)
        return;
    m_lockable = lockable;
    m_facts.touchedMs = nowMs();
    m_facts.elsewhereSinceMs = m_inFront ? std::nullopt : std::optional(nowMs());
    m_goingInSinceMs.reset();
    m_sessions.clear();
    m_facts.pauseRuns = false;
    if (m_lockable)
        QCoreApplication::instance()->installEventFilter(this);
    else
        QCoreApplication::instance()->removeEventFilter(this);
    follow();
}

void AutoLock::setInFront(bool inFront)
{
    if (inFront == m_inFront)
        return;
    if (inFront)
        lockWhenDue();
    m_inFront = inFront;
    m_facts.elsewhereSinceMs = inFront ? std::nullopt : std::optional(nowMs());
    if (inFront)
        m_facts.touchedMs = nowMs();
    follow();
}

void AutoLock::setDialogOpen(bool open)
{
    if (open == m_facts.dialogSinceMs.has_value())
        return;
    m_facts.dialogSinceMs = open ? std::optional(nowMs()) : std::nullopt;
    if (!open)
        m_facts.touchedMs = nowMs(); // somebody closed it
    follow();
}

void AutoLock::setPauseRuns(bool runs)
{
    if (runs == m_facts.pauseRuns)
        return;
    if (!runs && m_inFront)
        m_facts.touchedMs = nowMs();
    m_facts.pauseRuns = runs;
    follow();
}

void AutoLock::setSessions(const QList<domain::Session> &sessions, bool goingIn)
{
    m_sessions = sessions;
    if (!goingIn)
        m_goingInSinceMs.reset();
    else if (!m_goingInSinceMs)
        m_goingInSinceMs = nowMs();
    follow();
}

void AutoLock::touch()
{
    if (!lockWhenDue())
        m_facts.touchedMs = nowMs();
}

bool AutoLock::eventFilter(QObject * /*watched*/, QEvent *event)
{
    if (!isTouch(event->type()))
        return false;
    if (lockWhenDue())
        return true; // it was meant for what was there before
    m_facts.touchedMs = nowMs();
    return false;
}

/// How long until the lock, 0 or less for now; nothing for never.
std::optional<qint64> AutoLock::leftMs() const
{
    if (!m_lockable)
        return std::nullopt;
    const qint64 now = nowMs();
    domain::AutoLockFacts facts = m_facts;
    if (m_goingInSinceMs)
        facts.graceUntilMs = *m_goingInSinceMs + domain::graceMs;
    for (const domain::Session &session : m_sessions) {
        if (const auto left = domain::graceLeftMs(session, m_clock.now()))
            facts.graceUntilMs = std::max(facts.graceUntilMs.value_or(now), now + *left);
    }
    const auto at = domain::lockAtMs(facts);
    return at ? std::optional(*at - now) : std::nullopt;
}

bool AutoLock::lockWhenDue()
{
    const auto left = leftMs();
    if (!left || *left > 0)
        return false;
    Q_EMIT lockNow();
    return true;
}

void AutoLock::follow()
{
    const auto left = leftMs();
    if (!left)
        return m_look.stop();
    // Never within what brought it about: that is still being dealt with.
    m_look.start(static_cast<int>(std::clamp<qint64>(*left, 0, lookAgainMs)));
}

} // namespace rapport::app
