// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QQmlEngine>
#include <QQuickPaintedItem>

namespace rapport::ui {

/// A small drawing of lines and curves, scaled to the item's size. In the place
/// of Shape, which the software renderer does not clip: there the icons of rows
/// that were scrolled away showed through whatever lay above them.
class Drawing : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// SVG path data with the absolute commands M, L, Q, C and Z.
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed FINAL)
    /// The side of the square that the path is drawn in, in its own units.
    Q_PROPERTY(qreal grid MEMBER m_grid NOTIFY changed FINAL)
    Q_PROPERTY(QColor stroke MEMBER m_stroke NOTIFY changed FINAL)
    /// In units of the grid; 0 for no line.
    Q_PROPERTY(qreal strokeWidth MEMBER m_strokeWidth NOTIFY changed FINAL)
    Q_PROPERTY(QColor fill MEMBER m_fill NOTIFY changed FINAL)
    /// As in a looking glass, for where reading goes from right to left.
    Q_PROPERTY(bool flipped MEMBER m_flipped NOTIFY changed FINAL)

public:
    explicit Drawing(QQuickItem *parent = nullptr);

    QString path() const { return m_data; }
    void setPath(const QString &data);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    QString m_data;
    QPainterPath m_path;
    qreal m_grid = 24;
    QColor m_stroke = Qt::transparent;
    qreal m_strokeWidth = 0;
    QColor m_fill = Qt::transparent;
    bool m_flipped = false;
};

/// Reads path data with the absolute commands M, L, Q, C and Z; empty if there
/// is anything else in it.
QPainterPath pathFrom(QStringView data);

} // namespace rapport::ui
