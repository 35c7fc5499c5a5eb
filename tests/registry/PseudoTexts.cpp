// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/PseudoTexts.h"

namespace rapport::registry {

QString PseudoTexts::of(const QString &text)
{
    // One letter for each from a to z; capitals are the same, as in Arabic.
    static const QString letters = QStringLiteral("ابجدهوزحطيكلمنسعفصقرشتثخذض");
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'%' && i + 1 < text.size()) {
            result += c;
            result += text.at(++i);
        } else if (const QChar lower = c.toLower(); lower >= u'a' && lower <= u'z') {
            result += letters.at(lower.unicode() - u'a');
        } else if (c == u'?') {
            result += u'؟';
        } else if (c == u',') {
            result += u'،';
        } else {
            result += c;
        }
    }
    return result;
}

QString PseudoTexts::translate(const char *, const char *text, const char *, int n) const
{
    QString result = of(QString::fromUtf8(text));
    if (n >= 0)
        result.replace(QLatin1String("%n"), QString::number(n));
    return result;
}

} // namespace rapport::registry
