// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QString>

namespace rapport::domain {

/// A sentence of a starter and its place in the pause.
struct StarterPrompt
{
    int permille = 0; ///< of the pause's length, 0 … 1000
    QString text;

    bool operator==(const StarterPrompt &) const = default;
};

/// A written sequence of timed prompts. Its texts come from
/// assets/content/<lang>.json, see wording::starters().
struct Starter
{
    QString id;      ///< stable, ASCII: "sounds"
    QString title;   ///< "Sounds around you"
    QString opening; ///< says first that eyes open is fine and one may stop
    QList<StarterPrompt> prompts;
    QList<int> bellsPermille; ///< interval bells

    bool operator==(const Starter &) const = default;
};

enum class CueKind { StartBell, Prompt, IntervalBell, EndBell };

/// Something that happens in a pause, at a time from its beginning.
struct Cue
{
    CueKind kind = CueKind::Prompt;
    qint64 offsetMs = 0;
    int prompt = -1; ///< which of the starter's prompts, or −1

    bool operator==(const Cue &) const = default;
};

/// How long a bell sounds; nothing is said meanwhile.
inline constexpr qint64 bellMs = 6'000;

/// How much time a prompt has before the next.
inline constexpr qint64 promptGapMs = 15'000;

/// The last prompt stands at least so long before the end bell.
inline constexpr qint64 quietBeforeEndMs = 12'000;

/// Interval bells are at least so far apart from another and from both ends.
inline constexpr qint64 bellGapMs = 60'000;

/// Pure: the cues of a pause, ascending. The start bell is the first, the end
/// bell the last. A short pause leaves out prompts, never the last one, so that
/// each can be taken in; none stands within a bell.
QList<Cue> planCues(const Starter &starter, qint64 plannedMs);

/// Pure: the prompt that stands there after so much of the pause; −1 for none yet.
int promptAt(const QList<Cue> &cues, qint64 elapsedMs);

/// How late a cue may be and still be played.
inline constexpr qint64 playableMs = 1'000;

/// Pure: what is to be played when so much of the pause has passed and
/// everything up to `doneMs` was dealt with (−1: nothing yet). What was missed
/// asleep is left out; the end bell never is, and then it comes alone.
QList<Cue> dueCues(const QList<Cue> &cues, qint64 doneMs, qint64 elapsedMs);

/// Pure: when the next cue comes after so much of the pause; −1 if none does.
qint64 nextCueMs(const QList<Cue> &cues, qint64 elapsedMs);

} // namespace rapport::domain
