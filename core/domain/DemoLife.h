// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include "core/domain/Card.h"
#include "core/domain/CheckIn.h"
#include "core/domain/Clock.h"
#include "core/domain/Note.h"
#include "core/domain/Pause.h"
#include "core/domain/Session.h"

// Ten months of a client who does not exist, for the demonstration, pictures
// and measurements. Nothing here is read at a normal start.

namespace rapport::domain {

/// Where a card went after it was written down.
struct DemoStep
{
    CardState state = CardState::Chosen;
    Moment when;
};

struct DemoCard
{
    Card card; ///< as it was written, before any step
    QList<DemoStep> steps;
};

/// The facts of a note that was handed over before a session.
struct DemoNote
{
    Record record;
    Uid session;
    NoteFacts facts;
    ShareWay way = ShareWay::Clipboard;
};

struct DemoLife
{
    QList<DemoCard> cards; ///< in the order in which they were written
    QList<Session> sessions;
    QList<DemoNote> notes;
    QList<CheckIn> checkIns; ///< in the order of time
    QList<Pause> pauses;     ///< the same; all are over
};

/// Pure: the same life for the same day and zone. It begins ten months before
/// `now`; the next session is tomorrow at two in the afternoon.
DemoLife demoLife(const Moment &now, const QByteArray &zone);

/// Pure: that many check-ins over the years before `now`, for measurements.
QList<CheckIn> demoCheckIns(const Moment &now, const QByteArray &zone, int count);

/// Chance that is the same in every run.
class DemoChance final : public RandomSource
{
public:
    explicit DemoChance(quint64 seed)
        : m_state(seed)
    {}
    void fill(std::span<std::byte> bytes) override;

    quint64 next();
    int below(int limit); ///< 0 … limit − 1

private:
    quint64 m_state;
};

} // namespace rapport::domain
