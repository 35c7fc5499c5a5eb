// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/ShowCard.h"

#include <utility>

#include <QCoreApplication>
#include <QLocale>

#include "app/Cards.h"
#include "app/Sentences.h"

namespace rapport::app {

using domain::Card;
using domain::CardState;
using storage::Result;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ShowCard)
};

} // namespace

ShowCard::ShowCard(Cards &cards, platform::Voice &voice, QObject *parent)
    : QObject(parent)
    , m_cards(cards)
    , m_voice(voice)
{
    connect(&m_cards, &Cards::statusChanged, this, [this] {
        if (m_state == Loading || m_state == Failed)
            look();
    });
    connect(&m_cards, &Cards::changed, this, &ShowCard::forgetOutdatedUndo);
    connect(&m_voice, &platform::Voice::finished, this, [this](platform::Voice::Ending ending) {
        const bool failed = m_reading && ending == platform::Voice::Ending::Failed;
        if (failed)
            m_canRead = false;
        setReading(false);
        if (failed && m_state == Ready)
            setState(Ready, Words::tr("The voice of this device did not answer. The words are still here to "
                                      "be read."));
    });
}

ShowCard::~ShowCard()
{
    if (m_reading)
        m_voice.stop();
}

void ShowCard::open(const QString &uid)
{
    stopReading();
    m_uid = domain::Uid::fromString(uid);
    look();
    m_voice.probe(this, [this](bool available) {
        m_canRead = available;
        Q_EMIT voiceChanged();
    });
}

void ShowCard::look()
{
    m_card = m_uid ? m_cards.find(*m_uid) : std::nullopt;
    if (m_card)
        return setState(Ready);
    switch (m_cards.status()) {
    case Cards::Loading:
        return setState(Loading);
    case Cards::Failed:
        return setState(Failed, m_cards.problem());
    case Cards::Empty:
    case Cards::Ready:
        return setState(Gone, sentence(storage::Error{storage::Error::NotFound}));
    }
}

void ShowCard::close()
{
    stopReading();
    m_uid.reset();
    m_card.reset();
    setState(Closed);
}

void ShowCard::markShown()
{
    const auto now = m_uid ? m_cards.find(*m_uid) : std::nullopt;
    if (m_state != Ready || !now)
        return;
    if (!domain::canBecome(now->state, CardState::Shown))
        return Q_EMIT marked(); // it was noted already
    Card card = *now;
    card.state = CardState::Shown;
    setState(Marking);
    m_cards.update(card, [this, before = *now](const Result<Card> &stored) {
        const bool stillOpen = m_uid == before.record.uid;
        if (stored) {
            m_before = before;
            Q_EMIT undoChanged();
        }
        if (!stillOpen)
            return;
        if (!stored)
            return setState(Ready, sentence(stored.error()));
        m_card = *stored;
        setState(Ready);
        Q_EMIT marked();
    });
}

void ShowCard::undo()
{
    const auto card = m_before ? m_cards.find(m_before->record.uid) : std::nullopt;
    if (!card || m_undoing)
        return;
    m_undoing = true;
    takeBack(*card);
}

/// What was shown leads back to "chosen" alone, and from there to wherever the
/// card was before: at most two steps.
void ShowCard::takeBack(const Card &card)
{
    const CardState wanted = m_before->state;
    Card next = card;
    next.state = domain::canBecome(card.state, wanted) ? wanted : CardState::Chosen;
    m_cards.update(next, [this, wanted](const Result<Card> &stored) {
        if (stored && stored->state != wanted && m_before)
            return takeBack(*stored);
        m_undoing = false;
        if (!stored)
            return setState(m_state, sentence(stored.error()));
        dismissUndo();
    });
}

void ShowCard::dismissUndo()
{
    if (!m_before)
        return;
    m_before.reset();
    if (m_state == Closed)
        setState(Closed);
    Q_EMIT undoChanged();
}

/// Once the card went on, or is no more, "Undo" would mean something else.
void ShowCard::forgetOutdatedUndo()
{
    if (!m_before || m_undoing)
        return;
    const auto card = m_cards.find(m_before->record.uid);
    if (!card || card->state != CardState::Shown)
        dismissUndo();
}

void ShowCard::readAloud()
{
    if (m_state != Ready || !m_canRead)
        return;
    // In the interface's language: the card's own is known to nobody.
    m_voice.say(m_card->text, QLocale());
    setReading(true);
}

void ShowCard::stopReading()
{
    if (!m_reading)
        return;
    m_voice.stop();
    setReading(false);
}

void ShowCard::setReading(bool reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    Q_EMIT voiceChanged();
}

void ShowCard::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

} // namespace rapport::app
