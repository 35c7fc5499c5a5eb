// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Passphrase.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/vault/Crypto.h"
#include "core/vault/Strength.h"

namespace rapport::vault {

bool Kdf::isAcceptable() const
{
    return ops >= 1 && ops <= maxOps && memKib >= minMemKib && memKib <= maxMemKib;
}

Kdf Kdf::create(domain::RandomSource &random)
{
    Kdf kdf;
    random.fill(kdf.salt);
    return kdf;
}

Result<SecretBytes> deriveKek(const SecretBytes &passphrase, const Kdf &kdf)
{
    if (!kdf.isAcceptable())
        return tl::unexpected(Error{Error::Internal});
    SecretBytes kek = crypto::argon2id(passphrase.bytes(), kdf.salt, kdf.ops, kdf.memKib);
    if (kek.isEmpty())
        return tl::unexpected(Error{Error::Internal});
    return kek;
}

namespace {

constexpr qsizetype minCharacters = 8;
constexpr qsizetype minDigits = 12;
constexpr qsizetype maxCharacters = 1024;
constexpr std::size_t minDifferent = 4;

/// A text that is overwritten when it goes out of scope.
struct Wiped
{
    QString text;
    ~Wiped() { crypto::wipe(text); }
};

bool isStep(QChar a, QChar b)
{
    const int step = int{b.unicode()} - int{a.unicode()};
    return step >= -1 && step <= 1;
}

/// abcdefgh, 87654321, aabbccdd.
bool isRun(const QString &text)
{
    return std::adjacent_find(text.cbegin(), text.cend(), [](QChar a, QChar b) { return !isStep(a, b); }) ==
           text.cend();
}

/// A piece of a keyboard's rows, forwards or backwards.
bool isKeyboardWalk(const QString &text)
{
    static constexpr std::array rows{
        QLatin1String("qwertyuiopasdfghjklzxcvbnm"), QLatin1String("qwertzuiopasdfghjklyxcvbnm"),
        QLatin1String("azertyuiopqsdfghjklmwxcvbn"), QLatin1String("12345678901234567890"),
        QLatin1String("1q2w3e4r5t6z7u8i9o0p"),       QLatin1String("1q2w3e4r5t6y7u8i9o0p"),
        QLatin1String("1qaz2wsx3edc4rfv5tgb6yhn")};
    Wiped backwards{text};
    std::reverse(backwards.text.begin(), backwards.text.end());
    return std::any_of(rows.begin(), rows.end(),
                       [&](QLatin1String row) { return row.contains(text) || row.contains(backwards.text); });
}

/// A word that everyone tries first, with any digits or signs around it.
bool isCommonWord(const QString &text)
{
    static constexpr std::array words{
        QLatin1String("password"),   QLatin1String("passw0rd"),   QLatin1String("passwort"),
        QLatin1String("contrasena"), QLatin1String("motdepasse"), QLatin1String("qwerty"),
        QLatin1String("qwertz"),     QLatin1String("azerty"),     QLatin1String("letmein"),
        QLatin1String("iloveyou"),   QLatin1String("welcome"),    QLatin1String("sunshine"),
        QLatin1String("princess"),   QLatin1String("football"),   QLatin1String("baseball"),
        QLatin1String("superman"),   QLatin1String("dragon"),     QLatin1String("monkey"),
        QLatin1String("whatever"),   QLatin1String("trustno"),    QLatin1String("changeme"),
        QLatin1String("secret"),     QLatin1String("therapy"),    QLatin1String("therapist"),
        QLatin1String("rapport"),    QLatin1String("abc")};
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const auto first = std::find_if(text.cbegin(), text.cend(), isLetter);
    const auto last = std::find_if(text.crbegin(), text.crend(), isLetter).base();
    const QStringView core = first < last ? QStringView(first, last) : QStringView();
    return std::any_of(words.begin(), words.end(), [core](QLatin1String word) { return core == word; });
}

bool isAllDigits(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

PassphraseProblem coarseProblem(const QString &typed)
{
    // Bounded before it is normalised; a character is at most two units.
    if (typed.size() > 4 * maxCharacters)
        return PassphraseProblem::TooLong;
    Wiped composed{typed.normalized(QString::NormalizationForm_C)};
    Wiped text{composed.text.toCaseFolded()};
    const auto lows = std::count_if(composed.text.cbegin(), composed.text.cend(),
                                    [](QChar c) { return c.isLowSurrogate(); });
    const qsizetype characters = composed.text.size() - lows;
    if (characters > maxCharacters)
        return PassphraseProblem::TooLong;
    if (characters < minCharacters)
        return PassphraseProblem::TooShort;
    if (std::set<QChar>(text.text.cbegin(), text.text.cend()).size() < minDifferent)
        return PassphraseProblem::OneLetter;
    if (isAllDigits(text.text) && characters < minDigits)
        return PassphraseProblem::DigitsOnly;
    if (isRun(text.text) || isKeyboardWalk(text.text) || isCommonWord(text.text))
        return PassphraseProblem::TooCommon;
    return PassphraseProblem::None;
}

PassphraseProblem weakProblem(Strength::Weakness weakness)
{
    switch (weakness) {
    case Strength::Words:
        return PassphraseProblem::FewWords;
    case Strength::Pattern:
        return PassphraseProblem::Pattern;
    case Strength::Date:
        return PassphraseProblem::Date;
    case Strength::None:
        break;
    }
    return PassphraseProblem::Guessable;
}

} // namespace

PassphraseJudgement judgePassphrase(const QString &typed)
{
    const PassphraseProblem coarse = coarseProblem(typed);
    if (coarse != PassphraseProblem::None)
        return {coarse, 0};
    const Strength strength = estimateStrength(typed);
    if (strength.bits < enoughBits)
        return {isAllDigits(typed) && strength.weakness == Strength::None ? PassphraseProblem::DigitsOnly
                                                                          : weakProblem(strength.weakness),
                strength.bits};
    return {PassphraseProblem::None, strength.bits};
}

PassphraseProblem passphraseProblem(const QString &typed)
{
    return judgePassphrase(typed).problem;
}

} // namespace rapport::vault
