// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Drawing.h"

#include <array>
#include <optional>

#include <QPainter>

namespace rapport::ui {

namespace {

/// Reads numbers one after the other, apart by spaces, commas or a sign.
class Numbers
{
public:
    explicit Numbers(QStringView text)
        : m_rest(text)
    {}

    std::optional<QPointF> point()
    {
        const auto x = number();
        const auto y = number();
        return x && y ? std::optional(QPointF(*x, *y)) : std::nullopt;
    }

    bool atEnd()
    {
        while (!m_rest.isEmpty() && (m_rest.front().isSpace() || m_rest.front() == u','))
            m_rest = m_rest.sliced(1);
        return m_rest.isEmpty();
    }

private:
    std::optional<qreal> number()
    {
        if (atEnd())
            return {};
        qsizetype end = m_rest.front() == u'-' ? 1 : 0;
        while (end < m_rest.size() && (m_rest.at(end).isDigit() || m_rest.at(end) == u'.'))
            ++end;
        bool ok = false;
        const qreal value = m_rest.first(end).toDouble(&ok);
        m_rest = m_rest.sliced(end);
        return ok ? std::optional(value) : std::nullopt;
    }

    QStringView m_rest;
};

/// How many points a command takes at a time; -1 for an unknown one.
int pointsOf(QChar command)
{
    switch (command.unicode()) {
    case 'M':
    case 'L':
        return 1;
    case 'Q':
        return 2;
    case 'C':
        return 3;
    case 'Z':
        return 0;
    default:
        return -1;
    }
}

void draw(QPainterPath &path, QChar command, const std::array<QPointF, 3> &points)
{
    switch (command.unicode()) {
    case 'M':
        path.moveTo(points[0]);
        break;
    case 'L':
        path.lineTo(points[0]);
        break;
    case 'Q':
        path.quadTo(points[0], points[1]);
        break;
    case 'C':
        path.cubicTo(points[0], points[1], points[2]);
        break;
    default:
        path.closeSubpath();
    }
}

} // namespace

QPainterPath pathFrom(QStringView data)
{
    QPainterPath path;
    qsizetype at = 0;
    while (at < data.size()) {
        const QChar command = data.at(at);
        if (command.isSpace()) {
            ++at;
            continue;
        }
        const int count = pointsOf(command);
        if (count < 0)
            return {};
        qsizetype end = at + 1;
        while (end < data.size() && !data.at(end).isLetter())
            ++end;
        Numbers numbers(data.sliced(at + 1, end - at - 1));
        if (count == 0 && numbers.atEnd())
            draw(path, command, {});
        while (!numbers.atEnd()) {
            std::array<QPointF, 3> points;
            for (int i = 0; i < count; ++i) {
                const auto point = numbers.point();
                if (!point)
                    return {};
                points[static_cast<std::size_t>(i)] = *point;
            }
            if (count == 0)
                return {};
            draw(path, command, points);
        }
        at = end;
    }
    return path;
}

Drawing::Drawing(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &Drawing::changed, this, [this] { update(); });
}

void Drawing::setPath(const QString &data)
{
    if (data == m_data)
        return;
    m_data = data;
    m_path = pathFrom(data);
    Q_EMIT changed();
}

void Drawing::paint(QPainter *painter)
{
    const qreal scale = std::min(width(), height()) / m_grid;
    if (m_flipped) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    painter->scale(scale, scale);
    const bool lined = m_strokeWidth > 0 && m_stroke.alpha() > 0;
    painter->setPen(lined ? QPen(m_stroke, m_strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
                          : QPen(Qt::NoPen));
    painter->setBrush(m_fill.alpha() > 0 ? QBrush(m_fill) : QBrush(Qt::NoBrush));
    painter->drawPath(m_path);
}

} // namespace rapport::ui
