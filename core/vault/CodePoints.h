// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace rapport::vault {

/// Goes through a text one code point after the other, without a copy of it.
/// Half a pair is U+FFFD. The text must outlive it.
class CodePoints
{
public:
    explicit CodePoints(QStringView text)
        : m_text(text)
    {}

    bool hasNext() const { return m_next < m_text.size(); }

    /// UTF-16 units before the next code point.
    qsizetype index() const { return m_next; }

    char32_t next()
    {
        const QChar unit = m_text[m_next++];
        if (!unit.isSurrogate())
            return unit.unicode();
        if (unit.isHighSurrogate() && hasNext() && m_text[m_next].isLowSurrogate())
            return QChar::surrogateToUcs4(unit, m_text[m_next++]);
        return QChar::ReplacementCharacter;
    }

private:
    QStringView m_text;
    qsizetype m_next = 0;
};

/// A character without its accents, circle or width: the first one of its
/// compatibility decomposition. One character alone, so that nothing is left
/// behind of the text that it belongs to.
inline char32_t plainCharacter(char32_t c)
{
    constexpr int deepest = 4; // none has decompositions within decompositions further down
    for (int depth = 0; c >= 0x80 && depth < deepest; ++depth) {
        const QString parts = QChar::decomposition(c);
        if (parts.isEmpty())
            break;
        c = CodePoints(parts).next();
    }
    return c;
}

} // namespace rapport::vault
