// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QtGlobal>

namespace rapport::domain {

struct Session;
struct Moment;

/// After what the notes lock by themselves, where there is something to lock
/// them with. "Untouched" is without a key, a click or a tap in Rapport.
enum class AutoLockWish {
    AtOnce,       ///< as soon as something else is in front; in front, half a minute untouched
    HalfAMinute,  ///< half a minute untouched, in front or not
    Minute,       ///< a minute untouched
    FiveMinutes,  ///< five minutes untouched
    InBackground, ///< as soon as something else is in front; in front, never
    Never,        ///< only when the person says so
};

/// What a person did not choose.
inline constexpr AutoLockWish usualAutoLock = AutoLockWish::Minute;

/// What counts for the lock. Every time is of the boot clock, in milliseconds,
/// so that a device that slept has counted on.
struct AutoLockFacts
{
    AutoLockWish wish = usualAutoLock;
    qint64 touchedMs = 0;                   ///< the last key, click, tap, or return to Rapport
    std::optional<qint64> elsewhereSinceMs; ///< something else is in front
    std::optional<qint64> dialogSinceMs;    ///< a dialog of the system that Rapport asked for is open
    std::optional<qint64> graceUntilMs;     ///< around a session
    bool pauseRuns = false;                 ///< a running pause is watched, not touched
};

/// Pure: when to lock, by the boot clock; nothing for never. A time that is
/// past means now. In front, a running pause holds the lock off; when it ends,
/// that is a touch. An open dialog is somebody's doing: it holds the lock off
/// for as long as five minutes. Around a session it never locks before the
/// grace is over.
std::optional<qint64> lockAtMs(const AutoLockFacts &facts);

/// Pure: how long the grace around a session still lasts, in milliseconds: from
/// half an hour before its start until half an hour after it. Nothing outside.
std::optional<qint64> graceLeftMs(const Session &session, const Moment &now);

/// How long it lasts from when a person said that they are about to go in.
inline constexpr qint64 graceMs = qint64{30} * 60'000;

} // namespace rapport::domain
