// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Session.h"

#include <QTimeZone>

namespace rapport::domain {

namespace {
constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerHour = 60 * msPerMinute;
} // namespace

qint64 Session::utcMs() const
{
    // Not left to QDateTime: 6.4 takes the second of two equal wall times, and
    // later releases changed their minds. Both rules of the header say the
    // same: where the wall time is doubtful, the offset before the change counts.
    const QTimeZone named(zone);
    const QTimeZone there = named.isValid() ? named : QTimeZone::systemTimeZone();
    const auto offsetMs = [&there](qint64 utcMs) {
        return there.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, QTimeZone::utc())) * 1000LL;
    };
    const qint64 wall = QDateTime(date, time, QTimeZone::utc()).toMSecsSinceEpoch();
    const qint64 before = offsetMs(wall - 24 * msPerHour);
    const qint64 after = offsetMs(wall - before);
    const bool onlyAfter = after != before && offsetMs(wall - after) == after;
    return wall - (onlyAfter ? after : before);
}

SessionNearness nearness(const Session &session, const Moment &now)
{
    const qint64 ahead = session.utcMs() - now.utcMs;
    if (ahead > 24 * msPerHour)
        return SessionNearness::Far;
    if (ahead > 30 * msPerMinute)
        return SessionNearness::Within24h;
    if (ahead > 0)
        return SessionNearness::AboutTo;
    if (now.localDate() <= session.date.addDays(1))
        return SessionNearness::After;
    return SessionNearness::None;
}

SessionNearness nearness(const Session &session, const Moment &now, bool goingIn)
{
    const SessionNearness near = nearness(session, now);
    return goingIn && near == SessionNearness::Within24h ? SessionNearness::AboutTo : near;
}

SessionsAt sessionsAt(const QList<Session> &sessions, const Moment &now)
{
    SessionsAt at;
    for (const Session &session : sessions) {
        const SessionNearness near = nearness(session, now);
        if (near == SessionNearness::None)
            continue;
        auto &kept = near == SessionNearness::After ? at.last : at.next;
        const bool later = kept && session.utcMs() > kept->utcMs();
        if (!kept || later == (near == SessionNearness::After))
            kept = session;
    }
    return at;
}

std::optional<Session> leadingSession(const SessionsAt &sessions, const Moment &now)
{
    const auto &[last, next] = sessions;
    if (last && next && nearness(*next, now) == SessionNearness::AboutTo)
        return next;
    return last ? last : next;
}

} // namespace rapport::domain
