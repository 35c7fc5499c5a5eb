// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QHash>

#include "core/domain/Card.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// What happened to a card since an instant, by its history.
struct CardSince
{
    std::optional<domain::CardState> before; ///< its state at that instant, if it changed since
    QString agreed;                          ///< what was agreed since about it; empty for nothing

    bool operator==(const CardSince &) const = default;
};

/// What a person answers after a session. The answer itself is the card's
/// state (see CardRepository); what was agreed stands in the card's history
/// under the field "agreed", from the words before to the words now, and goes
/// with its card. For the database's thread.
class AnswerRepository
{
public:
    explicit AnswerRepository(Database &database);

    /// What happened to each card that is not deleted since an instant; cards
    /// of which nothing is told did not change their state.
    Result<QHash<domain::Uid, CardSince>> since(const domain::Moment &start) const;

    /// Everything that was agreed about a card, last: empty when nothing was, or
    /// it was taken back.
    Result<QString> agreed(const domain::Uid &card) const;

    /// Keeps what was agreed; empty takes it back, the same again changes
    /// nothing. NotFound if the card is deleted or was never there, Refused if
    /// the text is too long or holds NUL. Gives back the text as stored.
    Result<QString> saveAgreed(const domain::Uid &card, const QString &text, const domain::Moment &when);

private:
    Database &m_database;
};

} // namespace rapport::storage
