// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/AnswerRepository.h"

#include "core/domain/Text.h"
#include "core/storage/CardHistory.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

using domain::Uid;

namespace {

QString agreedField()
{
    return QStringLiteral("agreed");
}

struct Step
{
    Uid card;
    CardChange change;
};

Result<Step> readStep(const QSqlQuery &query)
{
    const auto uid = Uid::fromBytes(query.value(0).toByteArray());
    if (!uid)
        return tl::unexpected(Error{Error::Damaged});
    return Step{*uid,
                {query.value(1).toString(), query.value(2).toString(), query.value(3).toString(), {}, {}}};
}

} // namespace

AnswerRepository::AnswerRepository(Database &database)
    : m_database(database)
{}

Result<QHash<Uid, CardSince>> AnswerRepository::since(const domain::Moment &start) const
{
    // The day is there for its index only; a traveller's may be one off.
    const auto steps = collect(
        m_database,
        QStringLiteral("SELECT card.uid, field, old_value, new_value FROM card_change "
                       "JOIN card ON card.id = card_change.card WHERE card_change.local_day >= ? "
                       "AND changed_utc_ms >= ? AND field IN ('state', 'agreed') AND deleted_at IS NULL "
                       "ORDER BY card_change.id"),
        {start.localDay() - 1, start.utcMs}, readStep);
    if (!steps)
        return tl::unexpected(steps.error());
    QHash<Uid, CardSince> found;
    for (const Step &step : *steps) {
        CardSince &card = found[step.card];
        if (step.change.field == agreedField())
            card.agreed = step.change.to;
        else if (!card.before)
            card.before = domain::cardStateFromId(step.change.from);
    }
    return found;
}

Result<QString> AnswerRepository::agreed(const Uid &card) const
{
    const auto text = first(m_database,
                            QStringLiteral("SELECT new_value FROM card_change WHERE field = ? AND card = "
                                           "(SELECT id FROM card WHERE uid = ?) ORDER BY id DESC LIMIT 1"),
                            {agreedField(), card.toBytes()}, [](const QSqlQuery &query) -> Result<QString> {
                                return query.value(0).toString();
                            });
    if (!text && text.error().kind == Error::NotFound)
        return QString();
    return text;
}

Result<QString> AnswerRepository::saveAgreed(const Uid &card, const QString &typed,
                                             const domain::Moment &when)
{
    const auto text = domain::normalizedText(typed);
    if (!text && text.error() != domain::TextError::Empty)
        return tl::unexpected(Error{Error::Refused});
    const QString now = text.value_or(QString());
    return inTransaction(m_database, [&]() -> Result<QString> {
        const auto row =
            first(m_database, QStringLiteral("SELECT id FROM card WHERE uid = ? AND deleted_at IS NULL"),
                  {card.toBytes()},
                  [](const QSqlQuery &query) -> Result<qint64> { return query.value(0).toLongLong(); });
        if (!row)
            return tl::unexpected(row.error());
        const auto before = agreed(card);
        if (!before || *before == now)
            return before;
        const auto written = writeHistory(m_database, *row, {{agreedField(), *before, now, when, {}}});
        if (!written)
            return tl::unexpected(written.error());
        return now;
    });
}

} // namespace rapport::storage
