// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>

#include <QString>

#include "core/domain/Clock.h"
#include "core/vault/Error.h"
#include "core/vault/SecretBytes.h"

namespace rapport::vault {

/// How a key is derived from something a person knows: Argon2id 1.3 (RFC 9106),
/// one lane, 32 bytes out.
struct Kdf
{
    std::uint32_t ops = 3;            ///< passes over the memory (t), 1 … 16
    std::uint32_t memKib = 64 * 1024; ///< memory (m) in KiB, 8 MiB … 1 GiB
    std::array<std::byte, 16> salt{};

    bool operator==(const Kdf &) const = default;

    static constexpr std::uint32_t maxOps = 16;
    static constexpr std::uint32_t minMemKib = 8 * 1024;
    static constexpr std::uint32_t maxMemKib = 1024 * 1024;

    /// Whether the numbers are within the bounds above. Looked at before any
    /// memory is taken: a hostile header must not be able to ask for 4 TiB.
    bool isAcceptable() const;

    /// Today's cost (64 MiB, three passes: about 0.3 s) with a new salt.
    static Kdf create(domain::RandomSource &random);
};

/// The key-encryption key of a passphrase. Takes its time: for the KDF thread.
/// Internal when the bounds are broken or there is no memory.
Result<SecretBytes> deriveKek(const SecretBytes &passphrase, const Kdf &kdf);

/// Why a passphrase is not taken.
enum class PassphraseProblem {
    None,
    TooShort,   ///< fewer than 8 characters
    OneLetter,  ///< the same few characters over and over: fewer than 4 different ones
    DigitsOnly, ///< only digits: fewer than 12, or weak
    TooCommon,  ///< a run along the alphabet or the keyboard, or a word everyone tries first
    FewWords,   ///< weak, and mostly words or names that guessers have in their lists
    Pattern,    ///< weak, and mostly a line on a keyboard, a sequence or a repetition
    Date,       ///< weak, and mostly a day or a year
    Guessable,  ///< weak, by too few characters
    TooLong,    ///< more than 1,024 characters
};

/// What a guesser needs at the least, as a binary logarithm: with one Argon2id
/// of Kdf::create for each guess and a thousand guesses in a second, 35 years.
inline constexpr double enoughBits = 40;
inline constexpr double strongBits = 60;

struct PassphraseJudgement
{
    PassphraseProblem problem = PassphraseProblem::TooShort;
    double bits = 0; ///< see Strength; 0 where the coarse rules refused already
};

/// Judges a passphrase that somebody chooses: coarse rules in Unicode code
/// points of the text in form C, then estimateStrength(). Fast enough for each
/// key pressed. Pure; does not keep the text.
PassphraseJudgement judgePassphrase(const QString &typed);

PassphraseProblem passphraseProblem(const QString &typed);

} // namespace rapport::vault
