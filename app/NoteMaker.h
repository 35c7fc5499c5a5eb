// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QSet>

#include "app/Environment.h"
#include "app/NoteLines.h"
#include "core/domain/Card.h"
#include "core/domain/Note.h"
#include "platform/Sharer.h"

namespace rapport::app {

class Cards;
class NextSession;

/// Makes a note: what to put in, how it reads, and how it leaves. The model's
/// rows are the cards that may go in. Nothing is ticked unless the person
/// ticks it; a private card is never among them.
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
    Q_PROPERTY(rapport::app::NoteLines *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(QString plainText READ plainText NOTIFY previewChanged FINAL)
    Q_PROPERTY(bool firstTime READ firstTime NOTIFY firstTimeChanged FINAL)
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY stateChanged FINAL)

public:
    enum State { Choosing, Previewing, HandingOver, HandedOver, Failed };
    Q_ENUM(State)

    enum Role {
        UidRole = Qt::UserRole + 1, ///< QString
        TextRole,                   ///< QString, the person's words
        TickedRole,                 ///< bool, goes into the note
        ChosenRole,                 ///< bool, chosen for the session earlier
    };

    NoteMaker(const Environment &environment, Cards &cards, const NextSession &session,
              platform::Sharer &sharer, QObject *parent);

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
    NoteLines *lines() { return &m_lines; }
    QString plainText() const { return m_text; }
    bool firstTime() const { return m_firstTime; }
    State state() const { return m_state; }
    QString message() const { return m_message; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Starts a new note, with nothing ticked.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void setTicked(const QString &uid, bool ticked);

    /// Ticks what was chosen for the session, as far as a note has room.
    Q_INVOKABLE void putInChosen();

    /// Makes the finished lines; needs at least one tick.
    Q_INVOKABLE void preview();
    Q_INVOKABLE void backToChoosing();

    // The ways out. Each is written into the ledger before the text leaves and
    // taken out again when it did not leave.
    Q_INVOKABLE void copyText();
    Q_INVOKABLE void saveText();
    Q_INVOKABLE void sendEmail();

    /// The words that stand before the first sending were read.
    Q_INVOKABLE void confirmFirstTime();

Q_SIGNALS:
    void rowsChanged();
    void ticksChanged();
    void previewChanged();
    void stateChanged();
    void firstTimeChanged();

private:
    /// Gives a text to a way out.
    using Hand = std::function<void(const QString &text, const platform::Sharer::Answer &)>;
    void rebuild();
    void setHelp(domain::SayingHelp help, bool on);
    void handOver(domain::ShareWay way, const Hand &hand);
    void answered(domain::ShareWay way, platform::Sharer::Result result);
    void takeBack(const domain::Uid &share);
    void setState(State state, const QString &message = {});
    bool isOnItsWay(const domain::Uid &note) const;
    void sortTicks();
    int rowOf(const domain::Uid &uid) const;

    Environment m_environment;
    Cards &m_cards;
    const NextSession &m_session;
    platform::Sharer &m_sharer;
    NoteLines m_lines;
    QList<domain::Card> m_offered;
    QList<domain::Uid> m_ticked; // in the order of the list
    QList<domain::SayingHelp> m_helps;
    int m_privateCount = 0;
    domain::Note m_note;
    bool m_noteStored = false;
    QString m_text;
    bool m_firstTime = true;
    State m_state = Choosing;
    QString m_message;
};

} // namespace rapport::app
