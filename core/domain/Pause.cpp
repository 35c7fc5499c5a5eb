// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Pause.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rapport::domain {

namespace {

constexpr qint64 nsPerMs = 1'000'000;

constexpr std::array<std::pair<PauseEnd, const char *>, 3> endIds{{
    {PauseEnd::Finished, "finished"},
    {PauseEnd::Stopped, "stopped"},
    {PauseEnd::Away, "away"},
}};

} // namespace

QLatin1String idOf(PauseEnd end)
{
    for (const auto &[candidate, id] : endIds) {
        if (candidate == end)
            return QLatin1String(id);
    }
    return {};
}

std::optional<PauseEnd> pauseEndFromId(const QString &id)
{
    for (const auto &[end, candidate] : endIds) {
        if (id == QLatin1String(candidate))
            return end;
    }
    return std::nullopt;
}

qint64 elapsedNs(const PauseMark &mark, qint64 plannedMs, qint64 nowNs)
{
    const qint64 until = mark.heldSinceNs.value_or(nowNs);
    return std::clamp(until - mark.startNs - mark.heldNs, qint64{0}, plannedMs * nsPerMs);
}

qint64 endNs(const PauseMark &mark, qint64 plannedMs)
{
    return mark.startNs + mark.heldNs + plannedMs * nsPerMs;
}

PauseMark markedAnew(const Pause &pause, const QByteArray &bootId, qint64 nowNs, const Moment &now)
{
    const qint64 sinceMs = std::clamp(now.utcMs - pause.record.created.utcMs - pause.mark.heldNs / nsPerMs,
                                      qint64{0}, pause.plannedMs);
    return {bootId, nowNs - sinceMs * nsPerMs, 0, std::nullopt};
}

PauseFound found(const Pause &pause, const QByteArray &bootId, qint64 nowNs, const Moment &now)
{
    const PauseMark &mark = pause.mark;
    if (mark.bootId != bootId) {
        // A device that was started anew held nothing for anybody.
        const qint64 sinceMs = now.utcMs - pause.record.created.utcMs - mark.heldNs / nsPerMs;
        const bool within = !mark.heldSinceNs && sinceMs >= 0 && sinceMs < pause.plannedMs;
        return within ? PauseFound::GoesOn : PauseFound::Passed;
    }
    if (mark.heldSinceNs)
        return nowNs - *mark.heldSinceNs <= holdWaitsNs ? PauseFound::GoesOn : PauseFound::Passed;
    return nowNs <= endNs(mark, pause.plannedMs) + endMayBeLateNs ? PauseFound::GoesOn : PauseFound::Passed;
}

Pause endedUnseen(const Pause &pause, bool rang)
{
    const bool held = pause.mark.heldSinceNs.has_value();
    const qint64 lastedMs = held ? elapsedNs(pause.mark, pause.plannedMs, 0) / nsPerMs : pause.plannedMs;
    const Moment &began = pause.record.created;
    Pause ended = pause;
    ended.end = Pause::End{{began.utcMs + pause.mark.heldNs / nsPerMs + lastedMs, began.offsetMin},
                           rang   ? PauseEnd::Finished
                           : held ? PauseEnd::Stopped
                                  : PauseEnd::Away,
                           lastedMs};
    return ended;
}

} // namespace rapport::domain
