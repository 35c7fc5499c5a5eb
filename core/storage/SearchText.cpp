// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/SearchText.h"

#include <algorithm>
#include <array>

#include <QStringList>

#include "core/storage/Statement.h"

namespace rapport::storage {

namespace {

/// Row ids of the index per millisecond.
constexpr qint64 idsPerMs = 1024;

bool isArabicMark(char16_t c)
{
    return c == u'\u0640'                         // tatweel
           || (c >= u'\u064B' && c <= u'\u065F')  // vowel signs, hamza and madda above and below
           || c == u'\u0670'                      // superscript alef
           || (c >= u'\u06D6' && c <= u'\u06ED'); // signs of recitation
}

char16_t arabicBase(char16_t c)
{
    switch (c) {
    case u'\u0622': // alef with madda
    case u'\u0623': // alef with hamza above
    case u'\u0625': // alef with hamza below
    case u'\u0671': // alef wasla
        return u'\u0627';
    case u'\u0624': // waw with hamza
        return u'\u0648';
    case u'\u0626': // yeh with hamza
    case u'\u0649': // alef maqsura
    case u'\u06CC': // Persian yeh
        return u'\u064A';
    case u'\u0629': // teh marbuta
        return u'\u0647';
    case u'\u06A9': // keheh
        return u'\u0643';
    default:
        return c;
    }
}

/// Letters that stand for two, or nothing.
QLatin1String spelledOut(char16_t c)
{
    switch (c) {
    case u'\u00DF':
        return QLatin1String("ss");
    case u'\u00E6':
        return QLatin1String("ae");
    case u'\u0153':
        return QLatin1String("oe");
    default:
        return {};
    }
}

bool isWordCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse;
}

/// The next free row id of the index for a time. When a millisecond's ids are
/// all taken, as by an import that knows only days, the next one's are used.
Result<qint64> freeId(const Database &database, qint64 utcMs)
{
    for (qint64 first = utcMs * idsPerMs;; first += idsPerMs) {
        const qint64 end = first + idsPerMs;
        const auto next = storage::first(
            database,
            QStringLiteral("SELECT coalesce(max(id) + 1, ?) FROM search_text WHERE id >= ? AND id < ?"),
            {first, first, end},
            [](const QSqlQuery &query) -> Result<qint64> { return query.value(0).toLongLong(); });
        if (!next || *next < end)
            return next;
    }
}

} // namespace

QString foldForSearch(const QString &text)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString folded;
    folded.reserve(plain.size());
    for (const QChar c : plain) {
        const char16_t code = c.unicode();
        if (isArabicMark(code))
            continue;
        const QLatin1String pair = spelledOut(code);
        if (!pair.isEmpty())
            folded += pair;
        else if (c.digitValue() >= 0)
            folded += QChar(u'0' + c.digitValue());
        else
            folded += QChar(arabicBase(code));
    }
    return folded;
}

QString matchExpression(const QString &words)
{
    // Only what the tokenizer sees as part of a word is kept, so that nothing
    // in a query is ever read as a part of its language.
    QString letters;
    const QList<uint> codes = foldForSearch(words).toUcs4();
    for (const char32_t code : codes) {
        if (isWordCharacter(code) || QChar::isMark(code))
            letters += QString::fromUcs4(&code, 1);
        else
            letters += u' ';
    }
    QStringList terms;
    const QStringList parts = letters.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QList<uint> word = part.toUcs4();
        if (std::any_of(word.begin(), word.end(), isWordCharacter)) // not an accent alone
            terms += u'"' + part + QStringLiteral("\"*");
    }
    return terms.join(u' ');
}

Result<void> indexText(const Database &database, const QString &kind, qint64 owner, qint64 utcMs,
                       const QString &text)
{
    const QString body = foldForSearch(text);
    const auto replaced =
        change(database, QStringLiteral("UPDATE search_text SET body = ? WHERE kind = ? AND owner = ?"),
               {textValue(body), kind, owner});
    if (!replaced)
        return tl::unexpected(replaced.error());
    if (*replaced > 0)
        return {};
    const auto id = freeId(database, utcMs);
    if (!id)
        return tl::unexpected(id.error());
    return execute(database,
                   QStringLiteral("INSERT INTO search_text (id, kind, owner, body) VALUES (?, ?, ?, ?)"),
                   {*id, kind, owner, textValue(body)});
}

Result<void> rebuildSearch(const Database &database, const std::function<bool()> &goOn)
{
    struct Source
    {
        QLatin1String kind;
        QLatin1String rows; ///< id, UTC milliseconds, text
    };
    constexpr std::array sources{
        Source{QLatin1String("card"), QLatin1String("SELECT id, created_utc_ms, text FROM card ORDER BY id")},
        Source{QLatin1String("check-in"),
               QLatin1String("SELECT id, felt_utc_ms, note FROM check_in WHERE note <> '' ORDER BY id")},
    };
    if (const auto cleared = execute(database, QStringLiteral("DELETE FROM search_text")); !cleared)
        return cleared;
    for (const Source &source : sources) {
        auto query = select(database, source.rows);
        if (!query)
            return tl::unexpected(query.error());
        for (;;) {
            const auto more = nextRow(database, *query);
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            if (!goOn())
                return tl::unexpected(Error{Error::Interrupted});
            const auto indexed = indexText(database, source.kind, query->value(0).toLongLong(),
                                           query->value(1).toLongLong(), query->value(2).toString());
            if (!indexed)
                return indexed;
        }
    }
    return {};
}

} // namespace rapport::storage
