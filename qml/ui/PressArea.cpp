// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/PressArea.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace rapport::ui {

PressArea::PressArea(QQuickItem *parent)
    : QQuickItem(parent)
{
    setActiveFocusOnTab(true);
    setAcceptHoverEvents(true);
    // A finger comes as a mouse, which a page that scrolls may take over.
    setAcceptedMouseButtons(Qt::LeftButton);
}

void PressArea::setContentItem(QQuickItem *item)
{
    if (item == m_content)
        return;
    leave(m_content);
    m_content = item;
    if (item) {
        item->setParentItem(this);
        connect(item, &QQuickItem::implicitWidthChanged, this, &PressArea::implicitContentWidthChanged);
        connect(item, &QQuickItem::implicitHeightChanged, this, &PressArea::implicitContentHeightChanged);
        arrange();
    }
    Q_EMIT contentItemChanged();
    Q_EMIT implicitContentWidthChanged();
    Q_EMIT implicitContentHeightChanged();
}

/// A type that builds on another brings its own item, and the other's has been
/// made as well: it must neither be seen nor heard.
void PressArea::leave(QQuickItem *former)
{
    if (!former)
        return;
    former->disconnect(this);
    former->setParentItem(nullptr);
}

void PressArea::setBackground(QQuickItem *item)
{
    if (item == m_background)
        return;
    leave(m_background);
    m_background = item;
    if (item) {
        item->setParentItem(this);
        item->setZ(-1); // beneath the content, whichever came first
        arrange();
    }
    Q_EMIT backgroundChanged();
}

void PressArea::setPadding(qreal padding)
{
    if (padding == m_padding)
        return;
    m_padding = padding;
    arrange();
    for (const Side side : {Left, Right, Top, Bottom}) {
        if (!m_paddings[side])
            paddingChangedAt(side);
    }
    Q_EMIT paddingChanged();
}

void PressArea::setPadding(Side side, qreal padding)
{
    if (padding == m_paddings[side])
        return;
    m_paddings[side] = padding;
    arrange();
    paddingChangedAt(side);
}

/// Apart from each other, since one often follows the other.
void PressArea::paddingChangedAt(Side side)
{
    switch (side) {
    case Left:
        return Q_EMIT leftPaddingChanged();
    case Right:
        return Q_EMIT rightPaddingChanged();
    case Top:
        return Q_EMIT topPaddingChanged();
    case Bottom:
        return Q_EMIT bottomPaddingChanged();
    }
}

qreal PressArea::implicitContentWidth() const
{
    return m_content ? m_content->implicitWidth() : 0;
}

qreal PressArea::implicitContentHeight() const
{
    return m_content ? m_content->implicitHeight() : 0;
}

void PressArea::arrange()
{
    if (m_background)
        m_background->setSize(size());
    if (m_content) {
        m_content->setPosition({leftPadding(), topPadding()});
        m_content->setSize({std::max(0.0, width() - leftPadding() - rightPadding()),
                            std::max(0.0, height() - topPadding() - bottomPadding())});
    }
}

void PressArea::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    arrange();
}

void PressArea::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if ((change == ItemVisibleHasChanged || change == ItemEnabledHasChanged) && !data.boolValue) {
        setDown(false);
        setHovered(false);
    }
}

void PressArea::focusInEvent(QFocusEvent *event)
{
    QQuickItem::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    setVisualFocus(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                   reason == Qt::ShortcutFocusReason);
}

void PressArea::focusOutEvent(QFocusEvent *event)
{
    QQuickItem::focusOutEvent(event);
    setVisualFocus(false);
    setDown(false);
}

void PressArea::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space && event->key() != Qt::Key_Select)
        return event->ignore();
    if (!event->isAutoRepeat())
        setDown(true);
}

void PressArea::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space && event->key() != Qt::Key_Select)
        return event->ignore();
    if (event->isAutoRepeat() || !m_down)
        return;
    setDown(false);
    Q_EMIT clicked();
}

void PressArea::hoverEnterEvent(QHoverEvent *event)
{
    QQuickItem::hoverEnterEvent(event);
    setHovered(true);
}

void PressArea::hoverLeaveEvent(QHoverEvent *event)
{
    QQuickItem::hoverLeaveEvent(event);
    setHovered(false);
}

void PressArea::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (!QGuiApplication::styleHints()->setFocusOnTouchRelease())
        forceActiveFocus(Qt::MouseFocusReason);
    setDown(true);
}

void PressArea::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    setDown(contains(event->position()));
}

void PressArea::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    const bool pressed = m_down && contains(event->position());
    setDown(false);
    if (QGuiApplication::styleHints()->setFocusOnTouchRelease())
        forceActiveFocus(Qt::MouseFocusReason);
    if (pressed)
        Q_EMIT clicked();
}

void PressArea::mouseUngrabEvent()
{
    setDown(false);
}

void PressArea::setHovered(bool hovered)
{
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    Q_EMIT hoveredChanged();
}

void PressArea::setDown(bool down)
{
    if (down == m_down)
        return;
    m_down = down;
    Q_EMIT downChanged();
}

void PressArea::setVisualFocus(bool on)
{
    if (on == m_visualFocus)
        return;
    m_visualFocus = on;
    Q_EMIT visualFocusChanged();
}

} // namespace rapport::ui
