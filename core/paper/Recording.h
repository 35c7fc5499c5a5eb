// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace rapport::paper {

// What a page holds, as plain values in points from its upper left corner: no
// font, no device, no thread. Preview, PDF and print all replay it.

enum class Face { Sans, SansStrong, Serif };

/// Told apart by lightness alone; the page is black and white.
enum class Ink { Strong, Soft };

/// Words on one line that look alike.
struct TextRun
{
    QString text;
    QPointF start; ///< the left end of its baseline
    Face face = Face::Sans;
    qreal size = 0;
    Ink ink = Ink::Strong;
    bool rightToLeft = false;

    bool operator==(const TextRun &) const = default;
};

/// A thin line to write on.
struct Rule
{
    QPointF start;
    qreal length = 0;

    bool operator==(const Rule &) const = default;
};

/// Where a finished line stands, for whoever reads the page by ear.
struct Mark
{
    int line = 0;           ///< its place among the finished lines
    bool heading = false;   ///< the line's heading, not its text
    bool continued = false; ///< it began on a page before
    QString text;           ///< the part of it that stands on this page
    QRectF box;

    bool operator==(const Mark &) const = default;
};

struct Page
{
    QList<TextRun> runs;
    QList<Rule> rules;
    QList<Mark> marks;

    bool operator==(const Page &) const = default;
};

} // namespace rapport::paper
