// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Rooms.h"

namespace rapport::app {

Rooms::Rooms(const Environment &environment, platform::Services &services, QObject *parent)
    : QObject(parent)
    , m_cards(environment, nullptr)
    , m_writeDown(environment, m_cards, nullptr)
    , m_cardEditor(environment, m_cards, nullptr)
    , m_nextSession(environment, nullptr)
    , m_noteMaker(environment, m_cards, m_nextSession, *services.sharer, nullptr)
    , m_showCard(m_cards, *services.voice, nullptr)
{
    // Members of a QObject given to QML stay ours, whatever the engine thinks.
    for (QObject *object : std::initializer_list<QObject *>{&m_cards, &m_writeDown, &m_cardEditor,
                                                            &m_nextSession, &m_noteMaker, &m_showCard})
        QQmlEngine::setObjectOwnership(object, QQmlEngine::CppOwnership);
}

void Rooms::flush()
{
    m_writeDown.flush();
    m_cardEditor.flush();
}

} // namespace rapport::app
