// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Text.h"

namespace rapport::domain {

qsizetype codePointCount(const QString &text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        ++count;
    }
    return count;
}

tl::expected<QString, TextError> normalizedText(const QString &typed)
{
    if (typed.contains(QChar(u'\0')))
        return tl::unexpected(TextError::ContainsNul);

    // A lone surrogate cannot be written as UTF-8; going through it once makes
    // what is kept and what is shown the same.
    QString text = QString::fromUtf8(typed.toUtf8()).normalized(QString::NormalizationForm_C);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(u'\r', u'\n');
    text.replace(QChar::ParagraphSeparator, u'\n');
    text = text.trimmed();

    if (text.isEmpty())
        return tl::unexpected(TextError::Empty);
    if (codePointCount(text) > maxCodePoints)
        return tl::unexpected(TextError::TooLong);
    return text;
}

} // namespace rapport::domain
