// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Arc.h"

#include <algorithm>

#include <QPainter>

namespace rapport::ui {

Arc::Arc(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &Arc::changed, this, [this] { update(); });
}

void Arc::paint(QPainter *painter)
{
    if (m_progress <= 0 || m_strokeWidth <= 0)
        return;
    constexpr int stepsPerDegree = 16; // of QPainter
    constexpr int top = 90 * stepsPerDegree;
    const qreal side = std::min(width(), height()) - m_strokeWidth;
    const QRectF square((width() - side) / 2, (height() - side) / 2, side, side);
    painter->setPen(QPen(m_stroke, m_strokeWidth, Qt::SolidLine, Qt::RoundCap));
    painter->drawArc(square, top, -qRound(std::min(m_progress, 1.0) * 360 * stepsPerDegree));
}

} // namespace rapport::ui
