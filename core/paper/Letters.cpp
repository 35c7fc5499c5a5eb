// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/paper/Letters.h"

#include <algorithm>
#include <optional>

#include <QFont>
#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

namespace rapport::paper {

namespace {

constexpr qreal endless = 1e6;

QFont fontFor(Face face, qreal size)
{
    QFont font(face == Face::Serif ? QStringLiteral("Rapport Serif") : QStringLiteral("Source Sans 3"));
    font.setPixelSize(qRound(size * finer));
    font.setWeight(face == Face::SansStrong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QTextOption optionFor(QTextOption::WrapMode wrap, bool rightToLeft)
{
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(wrap);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    return option;
}

/// A layout of a single line; the recording and its replay both use this one.
class OneLine
{
public:
    OneLine(const QString &text, Face face, qreal size, bool rightToLeft)
        : m_layout(text, fontFor(face, size))
        , m_rightToLeft(rightToLeft)
    {
        m_layout.setTextOption(optionFor(QTextOption::NoWrap, rightToLeft));
        m_layout.setCacheEnabled(true);
        m_layout.beginLayout();
        m_line = m_layout.createLine();
        m_line.setLineWidth(endless);
        m_layout.endLayout();
    }

    qreal width() const { return m_line.naturalTextWidth() / finer; }
    qreal ascent() const { return m_line.ascent() / finer; }
    qreal descent() const { return m_line.descent() / finer; }

    /// In the order in which they are read.
    QList<Piece> pieces(Face face, qreal size) const
    {
        const QString text = m_layout.text();
        if (text.isEmpty())
            return {};
        if (wayOf(0, text.size()) == Way::LeftToRight && !m_rightToLeft)
            return {{text, false, 0}};
        QList<Piece> pieces;
        const auto add = [&](qsizetype from, qsizetype length, bool rightToLeft) {
            const QString part = text.mid(from, length);
            const OneLine alone(part, face, size, rightToLeft);
            const qreal left = (leftmost(from, length) - alone.leftmost(0, length)) / finer;
            pieces.append({part, rightToLeft, left});
        };
        qsizetype from = 0;
        for (qsizetype i = 0; i <= text.size(); ++i) {
            if (i < text.size() && !text[i].isSpace())
                continue;
            if (const Way way = wayOf(from, i - from); way != Way::Both) {
                if (i > from)
                    add(from, i - from, way == Way::RightToLeft);
            } else {
                for (qsizetype begin = from, end; begin < i; begin = end) {
                    const Way here = wayOf(begin, 1);
                    end = begin + 1;
                    while (end < i && wayOf(end, 1) == here)
                        ++end;
                    add(begin, end - begin, here == Way::RightToLeft);
                }
            }
            from = i + 1;
        }
        return pieces;
    }

    void draw(QPainter &painter, const QPointF &start) const
    {
        painter.save();
        painter.scale(1 / finer, 1 / finer);
        m_layout.draw(&painter, start * finer - QPointF(0, m_line.ascent()));
        painter.restore();
    }

private:
    enum class Way { LeftToRight, RightToLeft, Both };

    Way wayOf(qsizetype from, qsizetype length) const
    {
        bool left = false;
        bool right = false;
        for (const QGlyphRun &run : m_line.glyphRuns(static_cast<int>(from), static_cast<int>(length)))
            (run.isRightToLeft() ? right : left) = true;
        return left && right ? Way::Both : right ? Way::RightToLeft : Way::LeftToRight;
    }

    qreal leftmost(qsizetype from, qsizetype length) const
    {
        qreal left = endless;
        for (const QGlyphRun &run : m_line.glyphRuns(static_cast<int>(from), static_cast<int>(length))) {
            for (const QPointF &place : run.positions())
                left = std::min(left, place.x());
        }
        return left;
    }

    QTextLayout m_layout;
    QTextLine m_line;
    bool m_rightToLeft;
};

bool isParagraphEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

/// Whether the first letter that runs any way runs from right to left.
std::optional<bool> ownDirection(QStringView text)
{
    const QList<uint> letters = text.toUcs4();
    for (const uint letter : letters) {
        switch (QChar::direction(letter)) {
        case QChar::DirL:
            return false;
        case QChar::DirR:
        case QChar::DirAL:
            return true;
        default:
            break;
        }
    }
    return {};
}

QString withoutBlanksAtEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

Row rowOf(const QString &text, qsizetype from, Face face, qreal size, bool rightToLeft)
{
    const QString shown = withoutBlanksAtEnd(text);
    const OneLine line(shown, face, size, rightToLeft);
    return {shown,        from,          text.size(),    rightToLeft,
            line.width(), line.ascent(), line.descent(), line.pieces(face, size)};
}

} // namespace

Row asOneRow(const QString &text, Face face, qreal size, bool rightToLeft)
{
    return rowOf(text, 0, face, size, ownDirection(text).value_or(rightToLeft));
}

QList<Row> breakIntoRows(const QString &text, Face face, qreal size, qreal width, bool rightToLeft)
{
    QList<Row> rows;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype end = begin;
        while (end < text.size() && !isParagraphEnd(text[end]))
            ++end;
        const QString paragraph = text.mid(begin, end - begin);
        const bool direction = ownDirection(paragraph).value_or(rightToLeft);
        QTextLayout layout(paragraph, fontFor(face, size));
        layout.setTextOption(optionFor(QTextOption::WrapAtWordBoundaryOrAnywhere, direction));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width * finer);
            rows.append(rowOf(paragraph.mid(line.textStart(), line.textLength()), begin + line.textStart(),
                              face, size, direction));
        }
        layout.endLayout();
        begin = end + 1;
        if (end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n')
            ++begin;
    }
    return rows;
}

void drawRun(QPainter &painter, const TextRun &run)
{
    OneLine(run.text, run.face, run.size, run.rightToLeft).draw(painter, run.start);
}

} // namespace rapport::paper
