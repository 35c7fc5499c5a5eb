// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QObject>
#include <QQmlEngine>

#include "core/domain/Card.h"
#include "platform/Voice.h"

namespace rapport::app {

class Cards;

/// One card, held out to somebody to read; afterwards, whether it was shown.
class ShowCard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString text READ text NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool waits READ waits NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool canRead READ canRead NOTIFY voiceChanged FINAL)
    Q_PROPERTY(bool reading READ reading NOTIFY voiceChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged FINAL)

public:
    enum State {
        Closed,
        Loading, ///< the cards are still being read
        Ready,
        Failed, ///< the cards could not be read
        Gone,   ///< there is no such card (any more)
        Marking ///< being noted as shown
    };
    Q_ENUM(State)

    ShowCard(Cards &cards, platform::Voice &voice, QObject *parent);
    ~ShowCard() override;

    State state() const { return m_state; }

    /// Why there is nothing to show; with Ready, why it was not noted as shown.
    QString problem() const { return m_problem; }
    QString text() const { return m_card ? m_card->text : QString(); }

    /// It still waits to be said: afterwards it is worth asking.
    bool waits() const { return m_card && domain::isOpen(m_card->state); }

    /// This device has a voice. Asked of it when a card is opened.
    bool canRead() const { return m_canRead; }
    bool reading() const { return m_reading; }
    bool canUndo() const { return m_before.has_value(); }

    Q_INVOKABLE void open(const QString &uid);

    /// Nothing is shown or spoken any more. What can be undone stays.
    Q_INVOKABLE void close();

    /// Notes that the card was shown; marked() comes when it is stored.
    Q_INVOKABLE void markShown();

    /// The last card marked goes back to where it was on its way.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismissUndo();

    /// Only ever on the person's own press.
    Q_INVOKABLE void readAloud();
    Q_INVOKABLE void stopReading();

Q_SIGNALS:
    void stateChanged();
    void voiceChanged();
    void undoChanged();
    void marked();

private:
    void look();
    void forgetOutdatedUndo();
    void takeBack(const domain::Card &card);
    void setState(State state, const QString &problem = {});
    void setReading(bool reading);

    Cards &m_cards;
    platform::Voice &m_voice;
    std::optional<domain::Uid> m_uid;
    std::optional<domain::Card> m_card;   ///< what is shown
    std::optional<domain::Card> m_before; ///< the last one marked, as it was
    bool m_undoing = false;
    State m_state = Closed;
    QString m_problem;
    bool m_canRead = false;
    bool m_reading = false;
};

} // namespace rapport::app
