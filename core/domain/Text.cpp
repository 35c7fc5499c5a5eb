// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Text.h"

#include <algorithm>

namespace rapport::domain {

namespace {

bool isPairAt(const QString &text, qsizetype i)
{
    return text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
}

/// A lone surrogate cannot be written as UTF-8 (QString::toUtf8() would make a
/// question mark of it), so it becomes what every reader shows for it.
QString withoutLoneSurrogates(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isPairAt(text, i))
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

/// White space, controls, joiners and marks without a letter leave a card that
/// nobody can see or press.
bool hasSomethingToSee(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        switch (c.category()) {
        case QChar::Separator_Space:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Mark_NonSpacing:
            return false;
        default:
            return true;
        }
    });
}

} // namespace

qsizetype codePointCount(const QString &text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isPairAt(text, i))
            ++i;
        ++count;
    }
    return count;
}

tl::expected<QString, TextError> normalizedText(const QString &typed)
{
    if (typed.contains(QChar(u'\0')))
        return tl::unexpected(TextError::ContainsNul);

    QString text = withoutLoneSurrogates(typed).normalized(QString::NormalizationForm_C);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(u'\r', u'\n');
    text.replace(QChar::ParagraphSeparator, u'\n');
    text = text.trimmed();

    if (!hasSomethingToSee(text))
        return tl::unexpected(TextError::Empty);
    if (codePointCount(text) > maxCodePoints)
        return tl::unexpected(TextError::TooLong);
    return text;
}

} // namespace rapport::domain
