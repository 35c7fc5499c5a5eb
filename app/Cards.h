// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QTimer>

#include "app/Environment.h"
#include "core/domain/Card.h"

namespace rapport::app {

/// What I need from my therapist: the cards that still wait to be said first,
/// then the others, each part in the person's own order.
class Cards : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(Status status READ status NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int openCount READ openCount NOTIFY countChanged FINAL)
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY countChanged FINAL)
    Q_PROPERTY(QStringList firstTexts READ firstTexts NOTIFY countChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged FINAL)

public:
    enum Status { Loading, Empty, Ready, Failed };
    Q_ENUM(Status)

    enum Role {
        UidRole = Qt::UserRole + 1, ///< QString, the card's uid
        TextRole,                   ///< QString, the person's words
        FactWordsRole,              ///< QString, "Boundary · Chosen for the session · Private"
        ChosenRole,                 ///< bool, chosen for the next session, or moved on to it
        OpenRole,                   ///< bool, still waits to be said
        FirstRole,                  ///< bool, the first of its part: cannot move up
        LastRole,                   ///< bool, the last of its part: cannot move down
    };

    Cards(const Environment &environment, QObject *parent);

    Status status() const { return m_status; }
    QString problem() const { return m_problem; }
    int count() const { return static_cast<int>(m_cards.size()); }
    int openCount() const;
    int chosenCount() const;
    /// Up to three that wait to be said, the chosen ones first.
    QStringList firstTexts() const;
    bool canUndo() const { return !m_removed.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Reads everything anew; what was deleted over ten minutes ago goes for good.
    Q_INVOKABLE void load();
    Q_INVOKABLE void setChosen(const QString &uid, bool chosen);
    Q_INVOKABLE void moveUp(const QString &uid);
    Q_INVOKABLE void moveDown(const QString &uid);

    /// Deletes a card; undo() brings it back for ten minutes, also after a restart.
    Q_INVOKABLE void remove(const QString &uid);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismissUndo();
    Q_INVOKABLE void dismissProblem();

    // For the other view models.
    using Done = std::function<void(const storage::Result<domain::Card> &)>;
    const QList<domain::Card> &list() const { return m_cards; }
    std::optional<domain::Card> find(const domain::Uid &uid) const;
    void add(const domain::Card &card, const Done &done);
    void update(const domain::Card &card, const Done &done);
    /// Another view model had this card stored: it is shown as it is now.
    void stored(const domain::Card &card) { place(card); }

Q_SIGNALS:
    void statusChanged();
    void problemChanged();
    void countChanged();
    void undoChanged();
    void changed();

private:
    int rowOf(const domain::Uid &uid) const;
    int rowFor(const domain::Card &card) const;
    void place(const domain::Card &card);
    void take(const domain::Uid &uid);
    void settle();
    void setProblem(const QString &problem);
    void moveBefore(const domain::Uid &uid, const std::optional<domain::Uid> &before);
    void purge();
    bool isEdge(int row, int step) const;

    Environment m_environment;
    QList<domain::Card> m_cards;
    QList<domain::Card> m_removed; // newest first
    Status m_status = Loading;
    QString m_problem;
    QTimer m_purge;
};

} // namespace rapport::app
