// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QString>

#include "core/paper/Recording.h"

class QPainter;

namespace rapport::paper {

/// Fonts come in whole pixels; letters are laid out in tenths of a point, so
/// that no device's own rounding reaches them.
inline constexpr qreal finer = 10;

/// Letters of a row that run the same way without a blank between them, or a
/// whole row where all of it runs from left to right. What runs from right to
/// left is kept in words, so that a PDF can say each where it stands.
struct Piece
{
    QString text;
    bool rightToLeft = false;
    qreal left = 0; ///< from the left end of the row
};

/// One line of a text that was broken to a width.
struct Row
{
    QString text; ///< without the blanks at its end
    qsizetype from = 0;
    qsizetype length = 0; ///< with them
    bool rightToLeft = false;
    qreal width = 0;
    qreal ascent = 0;
    qreal descent = 0;
    QList<Piece> pieces;
};

/// Breaks a text into rows. Each of its paragraphs runs the way of its own
/// letters; one without letters runs the way that is given.
QList<Row> breakIntoRows(const QString &text, Face face, qreal size, qreal width, bool rightToLeft);

/// A text that is one row whatever its length.
Row asOneRow(const QString &text, Face face, qreal size, bool rightToLeft);

/// Draws a run on a painter whose unit is a point.
void drawRun(QPainter &painter, const TextRun &run);

} // namespace rapport::paper
