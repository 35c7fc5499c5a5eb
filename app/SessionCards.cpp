// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/SessionCards.h"

#include <algorithm>

namespace rapport::app {

namespace {

using domain::Card;

constexpr qsizetype most = 7;

bool sameWords(const Card &left, const Card &right)
{
    return left.record.uid == right.record.uid && left.text == right.text;
}

} // namespace

SessionCards::SessionCards(const Cards &cards, QObject *parent)
    : QAbstractListModel(parent)
    , m_cards(cards)
{
    connect(&cards, &Cards::changed, this, &SessionCards::read);
    read();
}

void SessionCards::read()
{
    const bool chosenOnly = m_cards.chosenCount() > 0;
    QList<Card> rows;
    for (const Card &card : m_cards.list()) {
        if (rows.size() < most &&
            (chosenOnly ? domain::isForNextSession(card.state) : domain::isOpen(card.state)))
            rows.append(card);
    }
    const bool more = rows.size() < m_cards.openCount();
    // Rows that say the same stay, and with them the keyboard.
    if (more == m_more && std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameWords))
        return;
    beginResetModel();
    m_rows = rows;
    m_more = more;
    endResetModel();
    Q_EMIT countChanged();
}

int SessionCards::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SessionCards::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Card &card = m_rows.at(index.row());
    switch (role) {
    case UidRole:
        return card.record.uid.toString();
    case Qt::DisplayRole:
    case TextRole:
        return card.text;
    default:
        return {};
    }
}

QHash<int, QByteArray> SessionCards::roleNames() const
{
    return {{UidRole, "uid"}, {TextRole, "text"}};
}

} // namespace rapport::app
