// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

#include "core/domain/Record.h"

namespace rapport::domain {

/// How a pause came to its end. Stored by its stable id, see idOf().
enum class PauseEnd {
    Finished, ///< the end bell rang
    Stopped,  ///< by the person, which is as good an end
    Away,     ///< its time passed while the app was not there to ring
};

/// The stable ASCII id in files and exports: "finished", "stopped", "away".
QLatin1String idOf(PauseEnd end);
std::optional<PauseEnd> pauseEndFromId(const QString &id);

inline constexpr qint64 msPerPauseMinute = 60'000;
inline constexpr int shortestPauseMinutes = 1;
inline constexpr int usualPauseMinutes = 5;
inline constexpr int longestPauseMinutes = 30;

/// Where a pause stands on the clock that counts from the device's start, also
/// while it sleeps. Nanoseconds of that clock mean nothing after a restart.
struct PauseMark
{
    QByteArray bootId;                 ///< which start of the device
    qint64 startNs = 0;                ///< when the pause began
    qint64 heldNs = 0;                 ///< how long it was held by now, in all
    std::optional<qint64> heldSinceNs; ///< held now, since then

    bool operator==(const PauseMark &) const = default;
};

/// Pure: how much of a pause has passed at an instant of that clock, in
/// nanoseconds; time that it was held does not count. Never below 0 or beyond
/// the planned time.
qint64 elapsedNs(const PauseMark &mark, qint64 plannedMs, qint64 nowNs);

/// Pure: the instant at which a pause ends, or ended, if it is not held (any more).
qint64 endNs(const PauseMark &mark, qint64 plannedMs);

/// A quiet time, running or over.
struct Pause
{
    /// What is known of a pause once it is over.
    struct End
    {
        Moment when;
        PauseEnd how = PauseEnd::Stopped;
        qint64 lastedMs = 0; ///< how much of the planned time passed

        bool operator==(const End &) const = default;
    };

    Record record;   ///< record.created is when it began
    QString starter; ///< the stable id of its texts: "sounds", "silent", …
    qint64 plannedMs = usualPauseMinutes * msPerPauseMinute;
    PauseMark mark;
    std::optional<End> end; ///< absent while it runs

    bool operator==(const Pause &) const = default;
};

/// How a pause that was running is to be taken up after a new start of the app.
enum class PauseFound {
    GoesOn, ///< from where it is, held or not
    Passed, ///< its end went by: nothing rings now
};

/// How long after its end a pause that is found may still ring, in nanoseconds.
inline constexpr qint64 endMayBeLateNs = 10'000'000'000;

/// How long a held pause waits for somebody who left the app, in nanoseconds.
inline constexpr qint64 holdWaitsNs = qint64{3600} * 1'000'000'000;

/// Pure: what has become of a running pause. By the device's own clock on the
/// same start of the device; else by the wall clock, which is all there is
/// then.
/// \param nowNs the clock since the device's start, of `bootId`
PauseFound found(const Pause &pause, const QByteArray &bootId, qint64 nowNs, const Moment &now);

/// Pure: the mark of a pause on the clock of another start of the device, with
/// the time that passed by the wall clock. Never in the future.
PauseMark markedAnew(const Pause &pause, const QByteArray &bootId, qint64 nowNs, const Moment &now);

/// Pure: a pause that Passed, with the end that it had: at its time if it ran,
/// where it was held otherwise.
/// \param rang its end bell was rung all the same
Pause endedUnseen(const Pause &pause, bool rang);

} // namespace rapport::domain
