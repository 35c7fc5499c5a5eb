// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QQmlEngine>

#include "app/DraftKeeper.h"
#include "app/Environment.h"
#include "core/domain/Card.h"

namespace rapport::app {

class Cards;

/// One card, open to be changed. Nothing is stored until save(); what is typed
/// is kept as a draft meanwhile and found again after a crash.
class CardEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString uid READ uid NOTIFY opened FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(QList<QString> wayAnswers READ wayAnswers NOTIFY opened FINAL)
    Q_PROPERTY(int wayIndex READ wayIndex WRITE setWayIndex NOTIFY detailsChanged FINAL)
    Q_PROPERTY(QList<QString> kindAnswers READ kindAnswers CONSTANT FINAL)
    Q_PROPERTY(int kindIndex READ kindIndex WRITE setKindIndex NOTIFY detailsChanged FINAL)
    Q_PROPERTY(QList<QString> hardnessAnswers READ hardnessAnswers CONSTANT FINAL)
    Q_PROPERTY(int hardnessIndex READ hardnessIndex WRITE setHardnessIndex NOTIFY detailsChanged FINAL)
    Q_PROPERTY(bool isPrivate READ isPrivate WRITE setPrivate NOTIFY detailsChanged FINAL)
    Q_PROPERTY(bool changed READ changed NOTIFY changedChanged FINAL)
    Q_PROPERTY(bool draftFound READ draftFound NOTIFY opened FINAL)

public:
    enum State { Closed, Editing, Saving, Failed, Gone };
    Q_ENUM(State)

    CardEditor(const Environment &environment, Cards &cards, QObject *parent);

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString uid() const { return m_stored.record.uid.toString(); }
    QString text() const { return m_card.text; }
    void setText(const QString &text);

    // Each answer in words, and which one is given: −1 for none.
    QStringList wayAnswers() const; ///< only the steps that are possible from what is stored
    int wayIndex() const;
    void setWayIndex(int index);
    QStringList kindAnswers() const;
    int kindIndex() const;
    void setKindIndex(int index);
    QStringList hardnessAnswers() const; ///< five of the eleven steps
    int hardnessIndex() const;           ///< the nearest of the five
    void setHardnessIndex(int index);

    bool isPrivate() const { return m_card.record.isPrivate; }
    void setPrivate(bool isPrivate);

    /// Something differs from what is stored.
    bool changed() const { return !(m_card == m_stored); }

    /// The text shown is one that was typed earlier and never saved.
    bool draftFound() const { return m_draftFound; }

    Q_INVOKABLE void open(const QString &uid);
    Q_INVOKABLE void save();

    /// Back to what is stored; the draft is forgotten.
    Q_INVOKABLE void discard();

    void flush();

Q_SIGNALS:
    void stateChanged();
    void opened();
    void textChanged();
    void detailsChanged();
    void changedChanged();
    void saved();

private:
    QList<domain::CardState> possibleWays() const;
    void show(const domain::Card &card);
    void takeOver(const domain::Card &stored, const domain::Card &sent);
    void setState(State state, const QString &problem = {});

    Environment m_environment;
    Cards &m_cards;
    std::shared_ptr<DraftKeeper> m_draft; // also held by a save on its way
    domain::Card m_stored;
    domain::Card m_card;
    State m_state = Closed;
    QString m_problem;
    bool m_draftFound = false;
};

} // namespace rapport::app
