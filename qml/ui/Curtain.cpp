// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Curtain.h"

#include <utility>

namespace rapport::ui {

namespace {

constexpr const char *ignored = "ignored";

// The attached Accessible object of an item is its child. Only existing ones
// are wanted: asking through QML would make one, and so give a name to items
// that are mere decoration.
QObject *accessibleOf(const QQuickItem *item)
{
    for (QObject *child : item->children()) {
        if (child->inherits("QQuickAccessibleAttached"))
            return child;
    }
    return nullptr;
}

} // namespace

Curtain::~Curtain()
{
    uncover();
}

void Curtain::setOver(QQuickItem *over)
{
    if (m_over == over)
        return;
    uncover();
    m_over = over;
    if (m_drawn && m_over)
        cover(m_over);
    Q_EMIT overChanged();
}

void Curtain::setDrawn(bool drawn)
{
    if (m_drawn == drawn)
        return;
    m_drawn = drawn;
    if (!m_drawn)
        uncover();
    else if (m_over)
        cover(m_over);
    Q_EMIT drawnChanged();
}

void Curtain::cover(QQuickItem *item)
{
    if (QObject *accessible = accessibleOf(item); accessible && !accessible->property(ignored).toBool()) {
        accessible->setProperty(ignored, true);
        m_silenced.append(accessible);
    }
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        cover(child);
}

void Curtain::uncover()
{
    for (const QPointer<QObject> &accessible : std::as_const(m_silenced)) {
        if (accessible)
            accessible->setProperty(ignored, false);
    }
    m_silenced.clear();
}

} // namespace rapport::ui
