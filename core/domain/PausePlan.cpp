// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/PausePlan.h"

#include <algorithm>

namespace rapport::domain {

namespace {

constexpr qint64 wholeInPermille = 1000;

/// Where a prompt may stand without a bell over it.
qint64 clearOfBells(qint64 offsetMs, const QList<Cue> &bells)
{
    for (const Cue &bell : bells) {
        if (bell.kind != CueKind::EndBell && offsetMs >= bell.offsetMs && offsetMs < bell.offsetMs + bellMs)
            return bell.offsetMs + bellMs;
    }
    return offsetMs;
}

QList<Cue> planBells(const Starter &starter, qint64 plannedMs)
{
    QList<Cue> bells{{CueKind::StartBell, 0, -1}};
    for (const int permille : starter.bellsPermille) {
        const qint64 offset = plannedMs * permille / wholeInPermille;
        if (offset - bells.last().offsetMs >= bellGapMs && plannedMs - offset >= bellGapMs)
            bells.append({CueKind::IntervalBell, offset, -1});
    }
    bells.append({CueKind::EndBell, plannedMs, -1});
    return bells;
}

} // namespace

QList<Cue> planCues(const Starter &starter, qint64 plannedMs)
{
    QList<Cue> cues = planBells(starter, plannedMs);
    const QList<Cue> bells = cues;
    const int last = static_cast<int>(starter.prompts.size()) - 1;
    const auto placeOf = [&](int prompt) {
        return clearOfBells(plannedMs * starter.prompts.at(prompt).permille / wholeInPermille, bells);
    };
    if (last >= 0) {
        const qint64 lastMs = std::min(placeOf(last), plannedMs - quietBeforeEndMs);
        qint64 nextMs = 0;
        for (int prompt = 0; prompt < last; ++prompt) {
            const qint64 offset = placeOf(prompt);
            if (offset < nextMs || offset > lastMs - promptGapMs)
                continue;
            cues.append({CueKind::Prompt, offset, prompt});
            nextMs = offset + promptGapMs;
        }
        if (lastMs >= bellMs)
            cues.append({CueKind::Prompt, lastMs, last});
    }
    std::stable_sort(cues.begin(), cues.end(),
                     [](const Cue &left, const Cue &right) { return left.offsetMs < right.offsetMs; });
    return cues;
}

int promptAt(const QList<Cue> &cues, qint64 elapsedMs)
{
    int prompt = -1;
    for (const Cue &cue : cues) {
        if (cue.kind == CueKind::Prompt && cue.offsetMs <= elapsedMs)
            prompt = cue.prompt;
    }
    return prompt;
}

QList<Cue> dueCues(const QList<Cue> &cues, qint64 doneMs, qint64 elapsedMs)
{
    QList<Cue> due;
    for (const Cue &cue : cues) {
        if (cue.offsetMs <= doneMs || cue.offsetMs > elapsedMs)
            continue;
        if (cue.kind == CueKind::EndBell)
            return {cue};
        if (elapsedMs - cue.offsetMs <= playableMs)
            due.append(cue);
    }
    return due;
}

qint64 nextCueMs(const QList<Cue> &cues, qint64 elapsedMs)
{
    for (const Cue &cue : cues) {
        if (cue.offsetMs > elapsedMs)
            return cue.offsetMs;
    }
    return -1;
}

} // namespace rapport::domain
