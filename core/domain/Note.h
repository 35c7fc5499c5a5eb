// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QDate>
#include <QList>
#include <QString>

#include "core/domain/Record.h"

namespace rapport::domain {

/// Where a line of a note stands on its page. Stored by its number, so new
/// ones are only ever added at the end.
enum class NoteSection {
    Title = 0,         ///< "For our session on …"
    WrittenOn = 1,     ///< the day it was made
    Topic = 2,         ///< what I'd like us to get to: own words, at most three
    HelpMeSayIt = 3,   ///< ask me first, give me time, read it and wait
    SinceLastTime = 4, ///< one sentence
    TriedElsewhere = 5,
    Agreed = 6, ///< the empty lines for what was agreed
    Footer = 7, ///< self-reported, not monitored
};

/// What would help the person say it. Each is ticked, never assumed.
enum class SayingHelp { AskMeFirst = 0, GiveMeTime = 1, ReadThenWait = 2 };

/// The most topics that one note holds.
inline constexpr int maxTopics = 3;

/// One thing to get to: the person's own words and the card they came from.
struct Topic
{
    std::optional<Uid> card;
    QString text;

    bool operator==(const Topic &) const = default;
};

/// The facts of a note, before they are put into words.
struct NoteFacts
{
    std::optional<QDate> sessionDate; ///< absent: "For our next session"
    QDate writtenOn;
    QList<Topic> topics; ///< at most maxTopics, in the person's order
    QList<SayingHelp> helps;
    QString sinceLastTime; ///< one finished sentence; empty: left out

    bool operator==(const NoteFacts &) const = default;
};

/// One finished line. The preview, the text, the printed page and the ledger
/// all hold these same lines.
struct NoteLine
{
    NoteSection section = NoteSection::Title;
    QString heading;           ///< the app's words above the line, on the first of its section; else empty
    QString text;              ///< empty for the lines to write on
    std::optional<Uid> source; ///< the card whose words these are
    bool ownWords = false;     ///< the person's words, not the app's

    bool operator==(const NoteLine &) const = default;
};

/// A note as it was made.
struct Note
{
    Record record;
    std::optional<Uid> session;
    QList<NoteLine> lines;

    bool operator==(const Note &) const = default;
};

/// How a note left, or was shown.
enum class ShareWay { Text = 0, Clipboard = 1, Email = 2, Shown = 3, Pdf = 4, Print = 5 };

/// One entry of the ledger: what was shared, when, how, and its exact content.
struct Share
{
    Record record; ///< record.created is when it was handed over
    Uid note;
    ShareWay way = ShareWay::Text;
    QString with;    ///< a person's name, or empty
    QString content; ///< exactly what left

    bool operator==(const Share &) const = default;
};

} // namespace rapport::domain
