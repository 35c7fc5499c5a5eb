// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include "core/domain/Record.h"

namespace rapport::domain {

/// A session with the therapist. A future time is what the clock on the wall
/// will say, so it is kept as local time plus zone; UTC is only derived.
struct Session
{
    Record record;
    QDate date;                ///< the day of the session, where it takes place
    QTime time;                ///< the wall time, to the minute
    QByteArray zone;           ///< IANA id, "Europe/Madrid"; empty means the zone in force
    std::optional<Uid> person; ///< with whom; nobody need be named

    /// The instant in UTC milliseconds by today's rules of that zone. In the
    /// hour that a change to summer time skips, the time after the change is
    /// meant; in the repeated hour, the first of the two.
    qint64 utcMs() const;

    bool operator==(const Session &) const = default;
};

/// How close the next session is. It decides what Today leads with.
enum class SessionNearness {
    None,      ///< no session is known, or the last one is over for good
    Far,       ///< more than 24 hours away
    Within24h, ///< 24 hours … 30 minutes away
    AboutTo,   ///< 30 minutes before … its start
    After,     ///< from its start until the end of the next day
};

/// Pure: the nearness of a session at an instant.
SessionNearness nearness(const Session &session, const Moment &now);

/// Pure: the same for a person who said that they are about to go in. Sessions
/// run early: within a day they decide, and the clock no longer.
SessionNearness nearness(const Session &session, const Moment &now, bool goingIn);

/// Of several sessions the two that count at an instant.
struct SessionsAt
{
    std::optional<Session> last; ///< the one that started last, while it is still After
    std::optional<Session> next; ///< the earliest that is ahead

    bool operator==(const SessionsAt &) const = default;
};

/// Pure: the order of the sessions does not matter.
SessionsAt sessionsAt(const QList<Session> &sessions, const Moment &now);

/// Pure: which of the two Today speaks of at an instant. The one that is about
/// to start; else the one that was, while it is still After; else the next.
/// Nothing if all are over for good.
std::optional<Session> leadingSession(const SessionsAt &sessions, const Moment &now);

} // namespace rapport::domain
