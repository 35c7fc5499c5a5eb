// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/paper/Typesetter.h"

#include <algorithm>

namespace rapport::paper {

using domain::NoteLine;
using domain::NoteSection;

namespace {

// In points.
constexpr qreal side = 64;
constexpr qreal top = 56;
constexpr qreal foot = 42;
constexpr qreal aboveFoot = 24;
constexpr qreal numberColumn = 28;
constexpr qreal ruleDistance = 28; // a centimetre, for handwriting
constexpr qreal pageNumberColumn = 72;

} // namespace

Typesetter::Typesetter(const Sheet &sheet)
    : m_sheet(sheet)
    , m_rightToLeft(sheet.locale.textDirection() == Qt::RightToLeft)
    , m_left(side)
    , m_right(sizeInPoints(sheet.paper).width() - side)
    , m_bottom(sizeInPoints(sheet.paper).height() - foot)
{}

Typesetter::Style Typesetter::styleOf(NoteSection section)
{
    switch (section) {
    case NoteSection::Title:
        return {Face::SansStrong, 22, 28, Ink::Strong, 0};
    case NoteSection::WrittenOn:
        return {Face::Sans, 10.5, 14, Ink::Soft, 4};
    case NoteSection::Topic:
        return {Face::Serif, 18, 25, Ink::Strong, 10};
    case NoteSection::Footer:
        return {Face::Sans, 9, 12, Ink::Soft, 0};
    case NoteSection::HelpMeSayIt:
    case NoteSection::SinceLastTime:
    case NoteSection::TriedElsewhere:
    case NoteSection::Agreed:
        break;
    }
    return {Face::Sans, 13, 18, Ink::Strong, 6};
}

QList<Page> Typesetter::set(const QList<NoteLine> &lines)
{
    m_pages.clear();
    turn();
    const auto isFoot = [](const NoteLine &line) { return line.section == NoteSection::Footer; };
    const auto footLine = std::find_if(lines.begin(), lines.end(), isFoot);
    Block footBlock;
    if (footLine != lines.end()) {
        footBlock.line = static_cast<int>(footLine - lines.begin());
        footBlock.text = footLine->text;
        footBlock.style = styleOf(NoteSection::Footer);
        footBlock.rows = breakIntoRows(footBlock.text, footBlock.style.face, footBlock.style.size,
                                       m_right - m_left - pageNumberColumn, m_rightToLeft);
        m_bottom -= aboveFoot + static_cast<qreal>(footBlock.rows.size()) * footBlock.style.leading;
    }

    int topic = 0;
    for (int i = 0; i < lines.size(); ++i) {
        const NoteLine &line = lines.at(i);
        if (isFoot(line))
            continue;
        const bool isRule = line.section == NoteSection::Agreed && line.text.isEmpty();
        QString number;
        if (line.section == NoteSection::Topic)
            number = m_sheet.locale.toString(++topic);
        // All the lines to write on stand together, below their heading.
        const auto more = std::count_if(lines.begin() + i, lines.end(), [](const NoteLine &other) {
            return other.section == NoteSection::Agreed && other.text.isEmpty();
        });
        const qreal rules = static_cast<qreal>(more) * ruleDistance;
        const Block text = isRule ? Block() : textOf(line, i, number);
        if (!line.heading.isEmpty())
            place(headingOf(line, i), isRule ? rules : text.style.above + roomToBegin(text));
        if (isRule)
            placeRule(line.heading.isEmpty() ? 0 : rules);
        else
            place(text, 0);
    }
    if (footLine != lines.end())
        addFoot(footBlock);
    return m_pages;
}

Typesetter::Block Typesetter::headingOf(const NoteLine &line, int index) const
{
    Block block;
    block.line = index;
    block.heading = true;
    block.text = line.heading;
    block.style = {Face::SansStrong, 13, 17, Ink::Strong, 24};
    block.rows =
        breakIntoRows(block.text, block.style.face, block.style.size, m_right - m_left, m_rightToLeft);
    return block;
}

Typesetter::Block Typesetter::textOf(const NoteLine &line, int index, const QString &number) const
{
    Block block;
    block.line = index;
    block.text = line.text;
    block.style = styleOf(line.section);
    block.number = number;
    block.indent = number.isEmpty() ? 0 : numberColumn;
    if (line.ownWords)
        block.style.face = Face::Serif;
    block.rows = breakIntoRows(block.text, block.style.face, block.style.size,
                               m_right - m_left - block.indent, m_rightToLeft);
    return block;
}

qreal Typesetter::heightOf(const Row &row, const Style &style)
{
    return std::max(style.leading, row.ascent + row.descent);
}

/// What must fit so that a text may begin here: two rows, or three of three.
qreal Typesetter::roomToBegin(const Block &block)
{
    const qsizetype count = block.rows.size() <= 3 ? block.rows.size() : 2;
    qreal room = 0;
    for (qsizetype i = 0; i < count; ++i)
        room += heightOf(block.rows.at(i), block.style);
    return room;
}

void Typesetter::place(const Block &block, qreal follows)
{
    if (block.rows.isEmpty())
        return;
    if (!atTop())
        m_y += block.style.above;
    if (!atTop() && !fits(roomToBegin(block) + follows))
        turn();
    const int count = static_cast<int>(block.rows.size());
    int first = 0;
    qreal start = m_y;
    for (int i = 0; i < count; ++i) {
        const qreal height = heightOf(block.rows.at(i), block.style);
        const bool lastTwo = count > 3 && i == count - 2;
        const qreal needed = lastTwo ? height + heightOf(block.rows.at(i + 1), block.style) : height;
        if (i > 0 && !fits(needed)) {
            mark(block, first, i - 1, start);
            turn();
            first = i;
            start = m_y;
        }
        placeRow(block, i);
    }
    mark(block, first, count - 1, start);
}

void Typesetter::placeRow(const Block &block, int index)
{
    const Row &row = block.rows.at(index);
    const Style &style = block.style;
    const qreal height = heightOf(row, style);
    const qreal baseline = m_y + (height - row.ascent - row.descent) / 2 + row.ascent;
    if (index == 0 && !block.number.isEmpty()) {
        const Style strong{Face::SansStrong, style.size, style.leading, style.ink, 0};
        const Row number = asOneRow(block.number, strong.face, strong.size, m_rightToLeft);
        draw(m_pages.last(), number, {startOf(number, 0), baseline}, strong);
    }
    draw(m_pages.last(), row, {startOf(row, block.indent), baseline}, style);
    m_y += height;
}

void Typesetter::draw(Page &page, const Row &row, const QPointF &start, const Style &style)
{
    for (const Piece &piece : row.pieces)
        page.runs.append({piece.text, start + QPointF(piece.left, 0), style.face, style.size, style.ink,
                          piece.rightToLeft});
}

void Typesetter::placeRule(qreal follows)
{
    if (!atTop() && !fits(std::max(follows, ruleDistance)))
        turn();
    m_y += ruleDistance;
    m_pages.last().rules.append({{m_left, m_y}, m_right - m_left});
}

void Typesetter::mark(const Block &block, int firstRow, int lastRow, qreal start)
{
    const Row &first = block.rows.at(firstRow);
    const Row &last = block.rows.at(lastRow);
    const QString text = block.text.mid(first.from, last.from + last.length - first.from).trimmed();
    if (text.isEmpty())
        return;
    const QRectF box(m_left, start, m_right - m_left, m_y - start);
    m_pages.last().marks.append({block.line, block.heading, firstRow > 0, text, box});
}

/// The foot is on every page, so that each tells what it is when they part.
void Typesetter::addFoot(const Block &block)
{
    const qreal pageEnd = sizeInPoints(m_sheet.paper).height() - foot;
    const int pages = static_cast<int>(m_pages.size());
    for (int page = 0; page < pages; ++page) {
        Page &current = m_pages[page];
        qreal y = pageEnd - static_cast<qreal>(block.rows.size()) * block.style.leading;
        const qreal start = y;
        qreal baseline = y;
        for (const Row &row : block.rows) {
            baseline = y + row.ascent;
            draw(current, row, {startOf(row, 0), baseline}, block.style);
            y += block.style.leading;
        }
        current.marks.append(
            {block.line, false, false, block.text, QRectF(m_left, start, m_right - m_left, y - start)});
        if (pages == 1 || !m_sheet.pageNumber)
            continue;
        const Row number =
            asOneRow(m_sheet.pageNumber(page + 1, pages), block.style.face, block.style.size, m_rightToLeft);
        const qreal x = m_rightToLeft ? m_left : m_right - number.width;
        draw(current, number, {x, baseline}, block.style);
    }
}

/// Each row stands where reading it begins; the indent is on the page's side.
qreal Typesetter::startOf(const Row &row, qreal indent) const
{
    const qreal left = m_rightToLeft ? m_left : m_left + indent;
    const qreal right = m_rightToLeft ? m_right - indent : m_right;
    return row.rightToLeft ? right - row.width : left;
}

bool Typesetter::atTop() const
{
    return m_y <= top;
}

void Typesetter::turn()
{
    m_pages.append(Page());
    m_y = top;
}

} // namespace rapport::paper
