// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/WriteDown.h"

#include "app/Cards.h"
#include "app/Sentences.h"
#include "core/domain/Text.h"

namespace rapport::app {

WriteDown::WriteDown(const Environment &environment, Cards &cards, QObject *parent, const QString &place)
    : QObject(parent)
    , m_environment(environment)
    , m_cards(cards)
    , m_draft(environment, place, this)
{
    m_draft.load([this](const QString &text) {
        // Whoever was faster at typing wins over the older draft.
        if (!m_text.isEmpty() || m_state == Keeping || text.isEmpty())
            return;
        m_text = text;
        Q_EMIT textChanged();
    });
}

void WriteDown::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_draft.changed(text);
    if (m_state == Failed)
        setState(Writing);
    Q_EMIT textChanged();
}

void WriteDown::keep()
{
    keepText(m_text);
}

void WriteDown::keepText(const QString &typed)
{
    if (m_state == Keeping)
        return;
    const auto text = domain::normalizedText(typed);
    if (typed != m_text) {
        m_text = typed;
        m_draft.changed(typed);
        Q_EMIT textChanged();
    }
    if (!text)
        return setState(Failed, sentence(text.error()));

    setState(Keeping);
    const domain::Moment now = m_environment.clock.now();
    domain::Card card;
    card.record.uid = domain::Uid::create(now.utcMs, m_environment.random);
    card.record.created = now;
    card.record.modifiedUtcMs = now.utcMs;
    card.text = *text;
    m_cards.add(card, [this, typed](const storage::Result<domain::Card> &stored) {
        if (!stored)
            return setState(Failed, sentence(stored.error()));
        // What was typed while the card was being kept is the next thing.
        if (m_text == typed) {
            m_text.clear();
            m_draft.forget();
        } else {
            m_draft.changed(m_text);
        }
        setState(Writing);
        Q_EMIT textChanged();
        Q_EMIT kept();
    });
}

void WriteDown::setState(State state, const QString &problem)
{
    if (state == m_state && problem == m_problem)
        return;
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

} // namespace rapport::app
