// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Note.h"
#include "core/paper/Letters.h"
#include "core/paper/PageLayout.h"
#include "core/paper/Recording.h"

namespace rapport::paper {

/// Sets the finished lines of a note on as many pages as they need. Nothing is
/// ever cut: a heading stays with its text, a text does not leave one row
/// alone, and what is to be written on stays together.
class Typesetter
{
public:
    explicit Typesetter(const Sheet &sheet);

    QList<Page> set(const QList<domain::NoteLine> &lines);

private:
    struct Style
    {
        Face face = Face::Sans;
        qreal size = 12;
        qreal leading = 16; ///< from one row to the next, at least
        Ink ink = Ink::Strong;
        qreal above = 0; ///< room before the text, but not at the top of a page
    };
    /// A heading or a text on its way to the page.
    struct Block
    {
        int line = 0;
        bool heading = false;
        QString text;
        Style style;
        qreal indent = 0;
        QString number; ///< before the first row
        QList<Row> rows;
    };

    static Style styleOf(domain::NoteSection section);
    static qreal heightOf(const Row &row, const Style &style);
    static qreal roomToBegin(const Block &block);
    Block headingOf(const domain::NoteLine &line, int index) const;
    Block textOf(const domain::NoteLine &line, int index, const QString &number) const;

    void place(const Block &block, qreal follows);
    void placeRow(const Block &block, int row);
    static void draw(Page &page, const Row &row, const QPointF &start, const Style &style);
    void placeRule(qreal follows);
    void mark(const Block &block, int firstRow, int lastRow, qreal top);
    void addFoot(const Block &foot);
    qreal startOf(const Row &row, qreal indent) const;
    bool fits(qreal height) const { return m_y + height <= m_bottom; }
    bool atTop() const;
    void turn();

    Sheet m_sheet;
    bool m_rightToLeft;
    qreal m_left;
    qreal m_right;
    qreal m_bottom;
    qreal m_y = 0;
    QList<Page> m_pages;
};

} // namespace rapport::paper
