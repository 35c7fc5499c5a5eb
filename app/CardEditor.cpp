// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/CardEditor.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <QCoreApplication>

#include "app/Cards.h"
#include "app/Sentences.h"
#include "core/domain/Text.h"

namespace rapport::app {

using domain::Card;
using domain::CardKind;
using domain::CardState;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CardEditor)
};

constexpr std::array allStates{CardState::Written, CardState::Chosen,   CardState::Said,    CardState::Shown,
                               CardState::Sent,    CardState::SomeOfIt, CardState::NotToday};
constexpr std::array allKinds{CardKind::Boundary, CardKind::Honesty, CardKind::Need,
                              CardKind::Question, CardKind::Thanks,  CardKind::PutRight};
constexpr std::array hardnessSteps{0, 3, 5, 8, 10};

} // namespace

CardEditor::CardEditor(const Environment &environment, Cards &cards, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_cards(cards)
{
    connect(this, &CardEditor::textChanged, this, &CardEditor::changedChanged);
    connect(this, &CardEditor::detailsChanged, this, &CardEditor::changedChanged);
}

void CardEditor::open(const QString &uid)
{
    const auto id = domain::Uid::fromString(uid);
    const auto card = id ? m_cards.find(*id) : std::nullopt;
    flush();
    m_draftFound = false;
    if (!card) {
        m_stored = {};
        m_draft.reset();
        show({});
        setState(Gone, sentence(storage::Error{storage::Error::NotFound}));
        return;
    }
    m_stored = *card;
    m_draft = std::make_shared<DraftKeeper>(m_environment, QLatin1String("card:") + uid, nullptr);
    show(*card);
    setState(Editing);
    Q_EMIT opened();
    m_draft->load([this](const QString &text) {
        if (text.isEmpty() || text == m_card.text || changed())
            return;
        m_card.text = text;
        m_draftFound = true;
        Q_EMIT opened();
        Q_EMIT textChanged();
    });
}

void CardEditor::show(const Card &card)
{
    m_card = card;
    Q_EMIT textChanged();
    Q_EMIT detailsChanged();
}

void CardEditor::setText(const QString &text)
{
    if (text == m_card.text)
        return;
    m_card.text = text;
    if (m_draft)
        m_draft->changed(text == m_stored.text ? QString() : text);
    if (m_state == Failed)
        setState(Editing);
    Q_EMIT textChanged();
}

QList<CardState> CardEditor::possibleWays() const
{
    QList<CardState> ways;
    for (CardState way : allStates) {
        if (way == m_stored.state || domain::canBecome(m_stored.state, way))
            ways.append(way);
    }
    return ways;
}

QStringList CardEditor::wayAnswers() const
{
    QStringList answers;
    for (CardState way : possibleWays())
        answers.append(words(way));
    return answers;
}

int CardEditor::wayIndex() const
{
    return static_cast<int>(possibleWays().indexOf(m_card.state));
}

void CardEditor::setWayIndex(int index)
{
    const QList<CardState> ways = possibleWays();
    if (index < 0 || index >= ways.size())
        return;
    m_card.state = ways.at(index);
    Q_EMIT detailsChanged();
}

QStringList CardEditor::kindAnswers() const
{
    QStringList answers;
    for (CardKind kind : allKinds)
        answers.append(words(kind));
    return answers;
}

int CardEditor::kindIndex() const
{
    const auto found = std::find(allKinds.begin(), allKinds.end(), m_card.kind);
    return found == allKinds.end() ? -1 : static_cast<int>(found - allKinds.begin());
}

void CardEditor::setKindIndex(int index)
{
    const bool given = index >= 0 && index < static_cast<int>(allKinds.size());
    m_card.kind = given ? std::optional(allKinds.at(static_cast<size_t>(index))) : std::nullopt;
    Q_EMIT detailsChanged();
}

QStringList CardEditor::hardnessAnswers() const
{
    return {Words::tr("Easy"), Words::tr("A little hard"), Words::tr("Hard"), Words::tr("Very hard"),
            Words::tr("Hardest of all")};
}

int CardEditor::hardnessIndex() const
{
    if (!m_card.hardness)
        return -1;
    const auto nearest =
        std::min_element(hardnessSteps.begin(), hardnessSteps.end(), [this](int left, int right) {
            return std::abs(left - *m_card.hardness) < std::abs(right - *m_card.hardness);
        });
    return static_cast<int>(nearest - hardnessSteps.begin());
}

void CardEditor::setHardnessIndex(int index)
{
    const bool given = index >= 0 && index < static_cast<int>(hardnessSteps.size());
    m_card.hardness = given ? std::optional(hardnessSteps.at(static_cast<size_t>(index))) : std::nullopt;
    Q_EMIT detailsChanged();
}

void CardEditor::setPrivate(bool isPrivate)
{
    if (isPrivate == m_card.record.isPrivate)
        return;
    m_card.record.isPrivate = isPrivate;
    Q_EMIT detailsChanged();
}

void CardEditor::save()
{
    if (m_state != Editing && m_state != Failed)
        return;
    const auto text = domain::normalizedText(m_card.text);
    if (!text)
        return setState(Failed, sentence(text.error()));

    setState(Saving);
    Card card = m_card;
    card.text = *text;
    m_cards.update(card, [this, sent = m_card, draft = m_draft](const storage::Result<Card> &stored) {
        const bool stillOpen = m_stored.record.uid == sent.record.uid;
        // Its text found its place, whatever is open by now.
        if (stored && (!stillOpen || m_card.text == sent.text))
            draft->forget();
        if (!stillOpen)
            return;
        if (!stored) {
            const bool gone = stored.error().kind == storage::Error::NotFound;
            return setState(gone ? Gone : Failed, sentence(stored.error()));
        }
        takeOver(*stored, sent);
        setState(Editing);
        Q_EMIT opened(); // other ways lead on from here
        Q_EMIT saved();
    });
}

/// What was saved is the new base; what was changed while it was being saved
/// is the next change.
void CardEditor::takeOver(const Card &stored, const Card &sent)
{
    Card next = m_card;
    if (next.text == sent.text)
        next.text = stored.text;
    else
        m_draft->changed(next.text);
    next.position = stored.position;
    next.record.modifiedUtcMs = stored.record.modifiedUtcMs;
    m_stored = stored;
    m_draftFound = false;
    show(next);
}

void CardEditor::discard()
{
    if (m_draft && m_state != Saving)
        m_draft->forget();
    if (m_state != Editing && m_state != Failed)
        return;
    m_draftFound = false;
    show(m_stored);
    setState(Editing);
    Q_EMIT opened();
}

void CardEditor::flush()
{
    if (m_draft)
        m_draft->flush();
}

void CardEditor::setState(State state, const QString &problem)
{
    if (state == m_state && problem == m_problem)
        return;
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

} // namespace rapport::app
