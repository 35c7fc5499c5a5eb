// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QColor>
#include <QQmlEngine>
#include <QQuickPaintedItem>

namespace rapport::ui {

/// Part of a circle, from its top and clockwise, in every direction of reading.
/// Not a Shape, for Drawing's reason.
class Arc : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// How much of the circle there is, 0 … 1.
    Q_PROPERTY(qreal progress MEMBER m_progress NOTIFY changed FINAL)
    Q_PROPERTY(QColor stroke MEMBER m_stroke NOTIFY changed FINAL)
    Q_PROPERTY(qreal strokeWidth MEMBER m_strokeWidth NOTIFY changed FINAL)

public:
    explicit Arc(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    qreal m_progress = 0;
    QColor m_stroke = Qt::transparent;
    qreal m_strokeWidth = 0;
};

} // namespace rapport::ui
