// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>

#include "app/Cards.h"

namespace rapport::app {

/// What to say on the way into a session: the cards chosen for it, in the
/// person's order; all that wait, where none was chosen. A few at most: more
/// cannot be said in one session, and To say has them all.
class SessionCards : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool more READ more NOTIFY countChanged FINAL)

public:
    enum Role {
        UidRole = Qt::UserRole + 1, ///< QString, the card's uid
        TextRole,                   ///< QString, the person's words
    };

    SessionCards(const Cards &cards, QObject *parent);

    int count() const { return static_cast<int>(m_rows.size()); }
    bool more() const { return m_more; } ///< others wait that are not shown here

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    void read();

    const Cards &m_cards;
    QList<domain::Card> m_rows;
    bool m_more = false;
};

} // namespace rapport::app
