// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Note.h"
#include "core/paper/PageLayout.h"
#include "core/wording/NoteWording.h"

// Notes to set and to print; all of it made up.

namespace rapport::tests {

inline domain::NoteFacts factsOf(const QStringList &topics)
{
    domain::NoteFacts facts;
    facts.sessionDate = QDate(2026, 11, 24);
    facts.writtenOn = QDate(2026, 11, 23);
    for (const QString &text : topics)
        facts.topics.append({std::nullopt, text});
    facts.helps = {domain::SayingHelp::AskMeFirst, domain::SayingHelp::GiveMeTime};
    return facts;
}

inline QList<domain::NoteLine> linesOf(const QStringList &topics, const char *locale = "en_GB")
{
    return wording::noteLines(factsOf(topics), QLocale(QString::fromLatin1(locale)));
}

inline paper::Sheet sheetFor(const char *locale = "en_GB")
{
    const QLocale language{QString::fromLatin1(locale)};
    return {paper::paperFor(language), language,
            [language](int page, int pages) { return wording::pageNumber(page, pages, language); }};
}

inline paper::PageLayout layoutOf(const QStringList &topics, const char *locale = "en_GB")
{
    return {linesOf(topics, locale), sheetFor(locale)};
}

inline QStringList usualTopics()
{
    return {QStringLiteral("I said it was fine that we moved the time. It wasn't."),
            QStringLiteral("I often nod when I didn't understand the question.")};
}

/// About as long as it says, in words of ordinary length.
inline QString longText(qsizetype length)
{
    const QString sentence = QStringLiteral("I noticed it again on the way home, and said nothing. ");
    return sentence.repeated(length / sentence.size() + 1).left(length).trimmed();
}

} // namespace rapport::tests
