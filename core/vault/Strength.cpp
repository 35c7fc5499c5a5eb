// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Strength.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <span>

#include <zxcvbn.h>

#include "core/vault/CodePoints.h"
#include "core/vault/Crypto.h"

namespace rapport::vault {

namespace {

constexpr std::size_t mostLetters = 64;

/// Words that the lists lack and that people here would come upon.
std::array<const char *, 13> ownWords{"rapport", "therapy", "therapist",  "therapie",   "therapeut",
                                      "terapia", "session", "contrasena", "motdepasse", "passwort",
                                      "clave",   "geheim",  nullptr};

/// What the estimator is shown, in ASCII; overwritten when it goes out of scope.
class Letters
{
public:
    explicit Letters(QStringView typed)
    {
        CodePoints characters(typed);
        while (characters.hasNext() && m_count < mostLetters)
            add(characters.next());
    }
    Letters(const Letters &) = delete;
    Letters &operator=(const Letters &) = delete;
    ~Letters() { crypto::wipe(std::as_writable_bytes(std::span(m_letters))); }

    const char *data() const { return m_letters.data(); }
    std::size_t count() const { return m_count; }

private:
    void add(char32_t c)
    {
        c = plainCharacter(c);
        // A space between two words is what a guesser would put there.
        if (QChar::isSpace(c) || QChar::isMark(c))
            return;
        if (c > U' ' && c < 0x7f) {
            append(static_cast<char>(c));
            return;
        }
        // Neighbours in an alphabet stay neighbours: a run is seen as one.
        c = QChar::toLower(c);
        append(static_cast<char>('a' + c % 26));
        const QChar::Script script = QChar::script(c);
        if (script == QChar::Script_Han || script == QChar::Script_Hangul)
            append(static_cast<char>('a' + c / 26 % 26));
    }

    void append(char letter)
    {
        if (m_count < mostLetters)
            m_letters[m_count++] = letter;
    }

    std::array<char, mostLetters + 1> m_letters{}; // ends with a NUL
    std::size_t m_count = 0;
};

Strength::Weakness weaknessOf(ZxcTypeMatch_t type)
{
    if (type >= MULTIPLE_MATCH)
        return Strength::Pattern;
    switch (type) {
    case DICTIONARY_MATCH:
    case DICT_LEET_MATCH:
    case USER_MATCH:
    case USER_LEET_MATCH:
        return Strength::Words;
    case REPEATS_MATCH:
    case SEQUENCE_MATCH:
    case SPATIAL_MATCH:
        return Strength::Pattern;
    case DATE_MATCH:
    case YEAR_MATCH:
        return Strength::Date;
    default:
        return Strength::None;
    }
}

} // namespace

Strength estimateStrength(QStringView typed)
{
    const Letters letters(typed);
    if (letters.count() == 0)
        return {};
    ZxcMatch_t *parts = nullptr;
    Strength strength{ZxcvbnMatch(letters.data(), ownWords.data(), &parts)};
    const std::unique_ptr<ZxcMatch_t, decltype(&ZxcvbnFreeInfo)> owned(parts, &ZxcvbnFreeInfo);

    std::map<Strength::Weakness, int> lengths;
    for (const ZxcMatch_t *part = parts; part; part = part->Next)
        lengths[weaknessOf(part->Type)] += part->Length;
    const auto longest = std::max_element(lengths.begin(), lengths.end(),
                                          [](const auto &a, const auto &b) { return a.second < b.second; });
    if (longest != lengths.end())
        strength.weakness = longest->first;
    return strength;
}

} // namespace rapport::vault
