// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Card.h"

#include <array>
#include <utility>

namespace rapport::domain {

namespace {

constexpr std::array<std::pair<CardKind, const char *>, 6> kindIds{{
    {CardKind::Boundary, "boundary"},
    {CardKind::Honesty, "honesty"},
    {CardKind::Need, "need"},
    {CardKind::Question, "question"},
    {CardKind::Thanks, "thanks"},
    {CardKind::PutRight, "put-right"},
}};

constexpr std::array<std::pair<CardState, const char *>, 7> stateIds{{
    {CardState::Written, "written"},
    {CardState::Chosen, "chosen"},
    {CardState::Said, "said"},
    {CardState::Shown, "shown"},
    {CardState::Sent, "sent"},
    {CardState::SomeOfIt, "some-of-it"},
    {CardState::NotToday, "not-today"},
}};

template<typename Table, typename Value>
QLatin1String idIn(const Table &table, Value value)
{
    for (const auto &[candidate, id] : table) {
        if (candidate == value)
            return QLatin1String(id);
    }
    return {};
}

template<typename Value, typename Table>
std::optional<Value> valueIn(const Table &table, const QString &id)
{
    for (const auto &[value, candidate] : table) {
        if (id == QLatin1String(candidate))
            return value;
    }
    return std::nullopt;
}

} // namespace

QLatin1String idOf(CardKind kind)
{
    return idIn(kindIds, kind);
}

QLatin1String idOf(CardState state)
{
    return idIn(stateIds, state);
}

std::optional<CardKind> cardKindFromId(const QString &id)
{
    return valueIn<CardKind>(kindIds, id);
}

std::optional<CardState> cardStateFromId(const QString &id)
{
    return valueIn<CardState>(stateIds, id);
}

bool canBeShared(const Card &card)
{
    return !card.record.isPrivate && !card.record.deletedMs;
}

bool isOpen(CardState state)
{
    return state == CardState::Written || state == CardState::Chosen || state == CardState::NotToday;
}

bool isForNextSession(CardState state)
{
    return state == CardState::Chosen || state == CardState::NotToday;
}

bool canBecome(CardState from, CardState to)
{
    if (from == to)
        return false;
    switch (from) {
    case CardState::Written:
        // Somebody may say it without ever having chosen it.
        return to != CardState::NotToday;
    case CardState::Chosen:
    case CardState::NotToday:
        return true;
    case CardState::Said:
    case CardState::Shown:
    case CardState::Sent:
    case CardState::SomeOfIt:
        return !isOpen(to) || to == CardState::Chosen;
    }
    return false;
}

QList<CardState> stepsBetween(CardState from, CardState to)
{
    if (canBecome(from, to))
        return {to};
    if (from == to && to != CardState::NotToday)
        return {};
    return {CardState::Chosen, to};
}

} // namespace rapport::domain
