// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>

#include "core/domain/Card.h"
#include "core/storage/CardHistory.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// Cards in the database. Every change writes its history and the search index
/// in the same transaction. For the database's thread.
class CardRepository
{
public:
    explicit CardRepository(Database &database);

    /// Adds a card at the end of the person's order and gives it back as
    /// stored (with its text normalised and its position). Refused if there is
    /// a card of that uid, or the text is empty, too long or holds NUL.
    Result<domain::Card> add(const domain::Card &card);

    /// All cards that are not deleted, in the person's order.
    Result<QList<domain::Card>> all() const;

    /// NotFound when there is none or it is deleted.
    Result<domain::Card> find(const domain::Uid &uid) const;

    /// Stores what differs from the row (text, kind, hardness, state, private)
    /// and notes each difference in the history. Refused when the state's step
    /// is not allowed by domain::canBecome. Gives back the card as stored.
    Result<domain::Card> update(const domain::Card &card, const domain::Moment &when);

    /// Puts a card between two neighbours: before the card named, or last.
    /// The order of the others stays; their positions may be numbered anew.
    Result<domain::Card> move(const domain::Uid &uid, const std::optional<domain::Uid> &before);

    /// Soft delete; can be undone until it is purged. NotFound if there is no
    /// such card (any more). Restoring a card that is not deleted changes nothing.
    Result<void> remove(const domain::Uid &uid, const domain::Moment &when);
    Result<domain::Card> restore(const domain::Uid &uid, const domain::Moment &when);

    /// Cards deleted and not yet purged, newest first: what Undo can bring back.
    Result<QList<domain::Card>> deleted() const;

    /// Deletes for good, with history and index, what was deleted before an
    /// instant. The number of cards purged.
    Result<int> purge(qint64 deletedBeforeUtcMs);

    Result<QList<CardChange>> history(const domain::Uid &uid) const;

    /// Full text search over cards, newest first; accents, case and the forms
    /// of alef are forgiven. An empty query finds nothing.
    Result<QList<domain::Card>> search(const QString &words, int limit) const;

private:
    Database &m_database;
};

} // namespace rapport::storage
