// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "core/domain/Record.h"

namespace rapport::domain {

/// What sort of sentence a card holds. Stored by its stable id, see idOf().
enum class CardKind { Boundary, Honesty, Need, Question, Thanks, PutRight };

/// How far a card has come on its way from the first line to the session.
enum class CardState {
    Written, ///< kept, for whenever it is ready
    Chosen,  ///< for the next session
    Said,
    Shown,
    Sent,
    SomeOfIt, ///< part of it was said
    NotToday, ///< chosen once, moved on to the next session
};

/// The stable ASCII id in files and exports: "boundary", "put-right", "not-today", …
QLatin1String idOf(CardKind kind);
QLatin1String idOf(CardState state);
std::optional<CardKind> cardKindFromId(const QString &id);
std::optional<CardState> cardStateFromId(const QString &id);

/// One thing that is hard to say. Its text alone is enough.
struct Card
{
    Record record;
    QString text; ///< normalised, see normalizedText()
    std::optional<CardKind> kind;
    std::optional<int> hardness; ///< how hard to say, 0 (easy) … 10 (hardest)
    CardState state = CardState::Written;
    double position = 0; ///< the person's own order, ascending

    bool operator==(const Card &) const = default;
};

/// Whether a card may be offered for a note or a share at all.
bool canBeShared(const Card &card);

/// Whether it still waits to be said: written, chosen or moved on.
bool isOpen(CardState state);

/// Whether it is to come up in the next session: chosen for it, or moved on to it.
bool isForNextSession(CardState state);

/// Whether the way allows this step. Choosing can be taken back; what was said,
/// shown or sent can be taken back only to Chosen (a slip of the finger).
bool canBecome(CardState from, CardState to);

/// The steps from one state to another: the state itself, or Chosen first
/// where the way allows nothing else. None for the same state, but for
/// "not today": a second time is a step, too.
QList<CardState> stepsBetween(CardState from, CardState to);

} // namespace rapport::domain
