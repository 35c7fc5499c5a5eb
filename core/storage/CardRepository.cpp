// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/CardRepository.h"

#include <algorithm>

#include "core/domain/Text.h"
#include "core/storage/RecordColumns.h"
#include "core/storage/SearchText.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

using domain::Card;
using domain::Moment;
using domain::Uid;

namespace {

/// Neighbours closer than this are numbered anew. A double near one million
/// still tells 10⁻⁹ apart, so there is room to spare.
constexpr double smallestGap = 1e-6;

/// A card together with its row id, which stays inside this file.
struct Row
{
    qint64 id = 0;
    Card card;
};

QString selectCards(const char *rest)
{
    return QStringLiteral("SELECT %1, text, card.kind, hardness, state, position, card.id FROM card %2")
        .arg(QLatin1String(recordColumns), QLatin1String(rest));
}

Result<Row> readRow(const QSqlQuery &query)
{
    const auto record = readRecord(query);
    if (!record)
        return tl::unexpected(record.error());
    constexpr int own = recordColumnCount;
    Card card;
    card.record = *record;
    card.text = query.value(own).toString();
    if (!query.isNull(own + 1)) {
        card.kind = domain::cardKindFromId(query.value(own + 1).toString());
        if (!card.kind)
            return tl::unexpected(Error{Error::Damaged});
    }
    if (!query.isNull(own + 2))
        card.hardness = query.value(own + 2).toInt();
    const auto state = domain::cardStateFromId(query.value(own + 3).toString());
    if (!state)
        return tl::unexpected(Error{Error::Damaged});
    card.state = *state;
    card.position = query.value(own + 4).toDouble();
    return Row{query.value(own + 5).toLongLong(), card};
}

Result<Card> readCard(const QSqlQuery &query)
{
    return readRow(query).map([](const Row &row) { return row.card; });
}

/// A card, deleted or not.
Result<Row> rowOf(const Database &database, const Uid &uid)
{
    return first(database, selectCards("WHERE uid = ?"), {uid.toBytes()}, readRow);
}

Result<Row> livingRowOf(const Database &database, const Uid &uid)
{
    auto row = rowOf(database, uid);
    if (row && row->card.record.deletedMs)
        return tl::unexpected(Error{Error::NotFound});
    return row;
}

/// The card with its text in the stored form, or Refused.
Result<Card> normalized(const Card &card)
{
    const auto text = domain::normalizedText(card.text);
    if (!text || card.record.uid.isNull())
        return tl::unexpected(Error{Error::Refused});
    Card stored = card;
    stored.text = *text;
    return stored;
}

QVariant kindValue(const Card &card)
{
    return card.kind ? QVariant(QString(idOf(*card.kind))) : QVariant();
}

QString number(const std::optional<int> &value)
{
    return value ? QString::number(*value) : QString();
}

QString flag(bool value)
{
    return value ? QStringLiteral("1") : QStringLiteral("0");
}

/// What differs between two states of a card, for its history.
QList<CardChange> differences(const Card &from, const Card &to, const Moment &when)
{
    QList<CardChange> changes;
    const auto note = [&](const char *field, const QString &before, const QString &after) {
        if (before != after)
            changes.append({QLatin1String(field), before, after, when, {}});
    };
    note("text", from.text, to.text);
    note("kind", kindValue(from).toString(), kindValue(to).toString());
    note("hardness", number(from.hardness), number(to.hardness));
    note("state", idOf(from.state), idOf(to.state));
    note("private", flag(from.record.isPrivate), flag(to.record.isPrivate));
    note("deleted", flag(from.record.deletedMs.has_value()), flag(to.record.deletedMs.has_value()));
    return changes;
}

/// Writes a card's row as it is to be, with its history.
Result<Card> write(const Database &database, const Row &row, Card to, const Moment &when)
{
    const auto changes = differences(row.card, to, when);
    if (changes.isEmpty())
        return row.card;
    to.record.modifiedUtcMs = when.utcMs;
    const auto written = execute(
        database,
        QStringLiteral("UPDATE card SET text = ?, kind = ?, hardness = ?, state = ?, private = ?, "
                       "deleted_at = ?, modified_utc_ms = ? WHERE id = ?"),
        {to.text, kindValue(to), optionalValue(to.hardness), QString(idOf(to.state)),
         to.record.isPrivate ? 1 : 0, optionalValue(to.record.deletedMs), to.record.modifiedUtcMs, row.id});
    if (!written)
        return tl::unexpected(written.error());
    if (const auto noted = writeHistory(database, row.id, changes); !noted)
        return tl::unexpected(noted.error());
    if (to.text != row.card.text) {
        const auto indexed =
            indexText(database, QStringLiteral("card"), row.id, to.record.created.utcMs, to.text);
        if (!indexed)
            return tl::unexpected(indexed.error());
    }
    return to;
}

Result<double> readPosition(const QSqlQuery &query)
{
    return query.value(0).toDouble();
}

Result<double> positionAtEnd(const Database &database)
{
    return first(database, QStringLiteral("SELECT coalesce(max(position), 0) + 1 FROM card"), {},
                 readPosition);
}

/// Gives all cards whole numbers again, in their order.
Result<void> renumber(const Database &database)
{
    return execute(
        database,
        QStringLiteral("UPDATE card SET position = fresh.number FROM (SELECT id, "
                       "CAST(row_number() OVER (ORDER BY position, id) AS REAL) AS number FROM card) "
                       "AS fresh WHERE fresh.id = card.id"));
}

/// The middle between a card and the one before it, deleted ones included,
/// whose place must not be taken from them.
Result<double> positionBefore(const Database &database, const Uid &moved, const Uid &before)
{
    for (bool renumbered = false;; renumbered = true) {
        const auto next = livingRowOf(database, before);
        if (!next)
            return tl::unexpected(next.error());
        const double above = next->card.position;
        const auto below = first(database,
                                 QStringLiteral("SELECT coalesce(max(position), ? - 2) FROM card "
                                                "WHERE (position, id) < (?, ?) AND uid <> ?"),
                                 {above, above, next->id, moved.toBytes()}, readPosition);
        if (!below)
            return below;
        if (above - *below >= smallestGap || renumbered)
            return *below + (above - *below) / 2;
        if (const auto done = renumber(database); !done)
            return tl::unexpected(done.error());
    }
}

} // namespace

CardRepository::CardRepository(Database &database)
    : m_database(database)
{}

Result<Card> CardRepository::add(const Card &card)
{
    auto stored = normalized(card);
    if (!stored)
        return stored;
    return inTransaction(m_database, [&]() -> Result<Card> {
        const auto position = positionAtEnd(m_database);
        if (!position)
            return tl::unexpected(position.error());
        stored->position = *position;
        const auto sql = QStringLiteral("INSERT INTO card (%1, text, kind, hardness, state, position) "
                                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                             .arg(QLatin1String(recordColumns));
        const auto id =
            insert(m_database, sql,
                   recordValues(stored->record) +
                       QVariantList{stored->text, kindValue(*stored), optionalValue(stored->hardness),
                                    QString(idOf(stored->state)), stored->position});
        if (!id)
            return tl::unexpected(id.error());
        const auto indexed =
            indexText(m_database, QStringLiteral("card"), *id, stored->record.created.utcMs, stored->text);
        if (!indexed)
            return tl::unexpected(indexed.error());
        return *stored;
    });
}

Result<QList<Card>> CardRepository::all() const
{
    return collect(m_database, selectCards("WHERE deleted_at IS NULL ORDER BY position, id"), {}, readCard);
}

Result<Card> CardRepository::find(const Uid &uid) const
{
    return livingRowOf(m_database, uid).map([](const Row &row) { return row.card; });
}

Result<Card> CardRepository::update(const Card &card, const Moment &when)
{
    const auto wanted = normalized(card);
    if (!wanted)
        return wanted;
    return inTransaction(m_database, [&]() -> Result<Card> {
        const auto row = livingRowOf(m_database, wanted->record.uid);
        if (!row)
            return tl::unexpected(row.error());
        if (wanted->state != row->card.state && !canBecome(row->card.state, wanted->state))
            return tl::unexpected(Error{Error::Refused});
        // Only these can change here; the rest of the row stays its own.
        Card to = row->card;
        to.text = wanted->text;
        to.kind = wanted->kind;
        to.hardness = wanted->hardness;
        to.state = wanted->state;
        to.record.isPrivate = wanted->record.isPrivate;
        return write(m_database, *row, to, when);
    });
}

Result<Card> CardRepository::move(const Uid &uid, const std::optional<Uid> &before)
{
    return inTransaction(m_database, [&]() -> Result<Card> {
        if (before == uid)
            return find(uid);
        const auto found = find(uid);
        if (!found)
            return found;
        const auto position = before ? positionBefore(m_database, uid, *before) : positionAtEnd(m_database);
        if (!position)
            return tl::unexpected(position.error());
        const auto moved = execute(m_database, QStringLiteral("UPDATE card SET position = ? WHERE uid = ?"),
                                   {*position, uid.toBytes()});
        if (!moved)
            return tl::unexpected(moved.error());
        return find(uid);
    });
}

Result<void> CardRepository::remove(const Uid &uid, const Moment &when)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        const auto row = livingRowOf(m_database, uid);
        if (!row)
            return tl::unexpected(row.error());
        Card to = row->card;
        to.record.deletedMs = when.utcMs;
        return write(m_database, *row, to, when).map([](const Card &) {});
    });
}

Result<Card> CardRepository::restore(const Uid &uid, const Moment &when)
{
    return inTransaction(m_database, [&]() -> Result<Card> {
        const auto row = rowOf(m_database, uid);
        if (!row)
            return tl::unexpected(row.error());
        Card to = row->card;
        to.record.deletedMs.reset();
        return write(m_database, *row, to, when);
    });
}

Result<QList<Card>> CardRepository::deleted() const
{
    return collect(m_database, selectCards("WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC"),
                   {}, readCard);
}

Result<int> CardRepository::purge(qint64 deletedBeforeUtcMs)
{
    // History and index go with the row, by the schema's own rules.
    return inTransaction(m_database, [&] {
        return change(m_database, QStringLiteral("DELETE FROM card WHERE deleted_at < ?"),
                      {deletedBeforeUtcMs});
    });
}

Result<QList<CardChange>> CardRepository::history(const Uid &uid) const
{
    return collect(
        m_database,
        QStringLiteral("SELECT field, old_value, new_value, changed_utc_ms, changed_offset_min, remark "
                       "FROM card_change WHERE card = (SELECT id FROM card WHERE uid = ?) ORDER BY id"),
        {uid.toBytes()}, [](const QSqlQuery &query) -> Result<CardChange> {
            return CardChange{query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                              readMoment(query, 3), query.value(5).toString()};
        });
}

Result<QList<Card>> CardRepository::search(const QString &words, int limit) const
{
    const QString expression = matchExpression(words);
    if (expression.isEmpty())
        return QList<Card>{};
    return collect(
        m_database,
        selectCards("JOIN search_text ON search_text.kind = 'card' AND search_text.owner = card.id "
                    "JOIN search_index ON search_index.rowid = search_text.id "
                    "WHERE search_index MATCH ? AND deleted_at IS NULL "
                    "ORDER BY search_index.rowid DESC LIMIT ?"),
        {expression, std::max(limit, 0)}, readCard);
}

} // namespace rapport::storage
