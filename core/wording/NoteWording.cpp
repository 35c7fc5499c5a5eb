// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/wording/NoteWording.h"

#include <QCoreApplication>

#include "core/wording/TimeWording.h"

namespace rapport::wording {

namespace {

using domain::NoteLine;
using domain::NoteSection;
using domain::SayingHelp;

/// How many empty lines are left to write on.
constexpr int agreedLines = 4;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Note)
};

QString title(const domain::NoteFacts &facts, const QLocale &locale)
{
    if (!facts.sessionDate)
        return Words::tr("For our next session");
    return Words::tr("For our session on %1").arg(dayAndMonth(*facts.sessionDate, locale));
}

QString helpSentence(SayingHelp help)
{
    switch (help) {
    case SayingHelp::AskMeFirst:
        return Words::tr("Please ask me about it first.");
    case SayingHelp::GiveMeTime:
        return Words::tr("Please give me time.");
    case SayingHelp::ReadThenWait:
        return Words::tr("Please read it, then wait for me.");
    }
    return {};
}

} // namespace

QList<NoteLine> noteLines(const domain::NoteFacts &facts, const QLocale &locale)
{
    QList<NoteLine> lines;
    lines.append({NoteSection::Title, {}, title(facts, locale), {}, false});
    lines.append({NoteSection::WrittenOn,
                  {},
                  Words::tr("Written on %1").arg(dayAndMonth(facts.writtenOn, locale)),
                  {},
                  false});

    QString heading = Words::tr("What I'd like us to get to");
    for (const domain::Topic &topic : facts.topics) {
        lines.append({NoteSection::Topic, heading, topic.text, topic.card, true});
        heading.clear();
    }

    if (!facts.helps.isEmpty()) {
        QStringList sentences;
        for (SayingHelp help : facts.helps)
            sentences.append(helpSentence(help));
        lines.append({NoteSection::HelpMeSayIt,
                      Words::tr("What would help me say it"),
                      sentences.join(u' '),
                      {},
                      false});
    }

    if (!facts.sinceLastTime.isEmpty())
        lines.append(
            {NoteSection::SinceLastTime, Words::tr("Since last time"), facts.sinceLastTime, {}, false});

    heading = Words::tr("What we agreed");
    for (int i = 0; i < agreedLines; ++i) {
        lines.append({NoteSection::Agreed, heading, {}, {}, false});
        heading.clear();
    }
    lines.append({NoteSection::Footer,
                  {},
                  Words::tr("Self-reported, not a clinical measurement. Not monitored. Not for emergencies."),
                  {},
                  false});
    return lines;
}

QString noteText(const QList<NoteLine> &lines, const QLocale &locale)
{
    QString text;
    int topic = 0;
    NoteSection previous = NoteSection::Title;
    for (const NoteLine &line : lines) {
        const bool newSection = !text.isEmpty() && line.section != previous;
        if (newSection && line.section != NoteSection::WrittenOn)
            text += u'\n';
        previous = line.section;
        if (!line.heading.isEmpty())
            text += line.heading + u'\n';
        if (line.section == NoteSection::Topic)
            text += locale.toString(++topic) + QLatin1String(". ");
        if (line.section == NoteSection::Agreed)
            text += QLatin1String("____________________________");
        text += line.text + u'\n';
    }
    return text;
}

QString pageNumber(int page, int pages, const QLocale &locale)
{
    return Words::tr("%1 of %2", "page").arg(locale.toString(page), locale.toString(pages));
}

QString noteFileStem(QDate writtenOn)
{
    return QLatin1String("note-") + writtenOn.toString(Qt::ISODate);
}

} // namespace rapport::wording
