// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QSet>

#include "app/Environment.h"
#include "core/domain/Card.h"
#include "core/domain/Note.h"

namespace rapport::app {

class Cards;
class NextSession;
class NoteHandover;

/// What goes into a note. The model's rows are the cards that may go in.
/// Nothing is ticked unless the person ticks it; a private card is never among
/// them. The finished note goes to NoteHandover, to be seen and to leave.
class NoteMaker : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(int count READ count NOTIFY rowsChanged FINAL)
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY rowsChanged FINAL)
    Q_PROPERTY(int privateCount READ privateCount NOTIFY rowsChanged FINAL)
    Q_PROPERTY(int tickedCount READ tickedCount NOTIFY ticksChanged FINAL)
    Q_PROPERTY(bool full READ full NOTIFY ticksChanged FINAL)
    Q_PROPERTY(bool askMeFirst READ askMeFirst WRITE setAskMeFirst NOTIFY ticksChanged FINAL)
    Q_PROPERTY(bool giveMeTime READ giveMeTime WRITE setGiveMeTime NOTIFY ticksChanged FINAL)
    Q_PROPERTY(bool readThenWait READ readThenWait WRITE setReadThenWait NOTIFY ticksChanged FINAL)
    Q_PROPERTY(QString sinceLastTime READ sinceLastTime NOTIFY rowsChanged FINAL)
    Q_PROPERTY(
        bool withSinceLastTime READ withSinceLastTime WRITE setWithSinceLastTime NOTIFY ticksChanged FINAL)

public:
    enum Role {
        UidRole = Qt::UserRole + 1, ///< QString
        TextRole,                   ///< QString, the person's words
        TickedRole,                 ///< bool, goes into the note
        ChosenRole,                 ///< bool, chosen for the session earlier
    };

    NoteMaker(const Environment &environment, Cards &cards, const NextSession &session,
              NoteHandover &handover, QObject *parent);

    int count() const { return static_cast<int>(m_offered.size()); }
    int chosenCount() const;
    int privateCount() const { return m_privateCount; }
    int tickedCount() const { return static_cast<int>(m_ticked.size()); }
    bool full() const { return tickedCount() >= domain::maxTopics; }
    bool askMeFirst() const { return m_helps.contains(domain::SayingHelp::AskMeFirst); }
    bool giveMeTime() const { return m_helps.contains(domain::SayingHelp::GiveMeTime); }
    bool readThenWait() const { return m_helps.contains(domain::SayingHelp::ReadThenWait); }
    void setAskMeFirst(bool on) { setHelp(domain::SayingHelp::AskMeFirst, on); }
    void setGiveMeTime(bool on) { setHelp(domain::SayingHelp::GiveMeTime, on); }
    void setReadThenWait(bool on) { setHelp(domain::SayingHelp::ReadThenWait, on); }
    /// A finished sentence that may go in; empty: there is none to offer.
    QString sinceLastTime() const { return m_sinceLastTime; }
    bool withSinceLastTime() const { return m_withSinceLastTime; }
    void setWithSinceLastTime(bool on);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Starts a new note, with nothing ticked.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void setTicked(const QString &uid, bool ticked);

    /// Ticks what was chosen for the session, as far as a note has room.
    Q_INVOKABLE void putInChosen();

    /// Makes the finished lines and shows them; needs at least one tick among
    /// the cards. What goes in stays as it is until backToChoosing().
    Q_INVOKABLE void preview();
    Q_INVOKABLE void backToChoosing();

Q_SIGNALS:
    void rowsChanged();
    void ticksChanged();

private:
    void askSinceLastTime();
    void setSinceLastTime(const QString &sentence);
    void rebuild();
    void setHelp(domain::SayingHelp help, bool on);
    domain::NoteFacts facts(const domain::Moment &now, bool ahead) const;
    void sortTicks();
    int rowOf(const domain::Uid &uid) const;

    Environment m_environment;
    Cards &m_cards;
    const NextSession &m_session;
    NoteHandover &m_handover;
    QList<domain::Card> m_offered;
    QList<domain::Uid> m_ticked; // in the order of the list
    QList<domain::SayingHelp> m_helps;
    QString m_sinceLastTime;
    bool m_withSinceLastTime = false;
    int m_privateCount = 0;
    bool m_choosing = true;
};

} // namespace rapport::app
