// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <bitset>
#include <cstddef>

#include <QString>
#include <QStringView>

#include "core/domain/Clock.h"
#include "core/vault/SecretBytes.h"

// The recovery code: 128 random bits that open a vault without the device's key
// store, as a person writes them on paper and types them back.
//
// # The written form, for whoever writes a reader
//
// Crockford's base 32: the digits and the capital letters without I, L, O and U;
// symbol 0 is "0", symbol 31 is "Z". Six groups of five symbols hold the code, a
// seventh of six symbols is their check group:
//
//     7K2QM 4XT9E 0RC3W HN8B1 V6YJD G5PZA QX4M0T
//
// The first six hold 150 bits, the highest first: the 16 bytes, then the first
// 22 bits of BLAKE2b-128(key = "RAPPORT RECOVERY CODE 1", message = the 16
// bytes), which prove the whole. Symbol n of the check group belongs to group n:
//
//     check(n) = s1 + s2·a^n + s3·a^2n + s4·a^3n + s5·a^4n      n = 1 … 6
//
// over the field of 32 elements (x^5 + x^2 + 1, a = x). Within a group the five
// factors differ and none is 0, so one wrong symbol is always found, and so are
// two that changed places; between groups they differ, so that two groups which
// changed places do not agree by chance.

namespace rapport::vault {

/// What a recovery code is made of.
namespace recovery {
inline constexpr std::size_t codeBytes = 16;
inline constexpr std::size_t groups = 7; ///< the last is the check group
inline constexpr std::size_t symbols = 36;
inline constexpr qsizetype longestTyped = 512; ///< UTF-16 units that are looked at

/// How many symbols a group has, counted from 0.
constexpr std::size_t groupSize(std::size_t group)
{
    return group + 1 == groups ? 6 : 5;
}
} // namespace recovery

/// A new code: 16 bytes. Empty when the system has no memory left.
SecretBytes createRecoveryCode(domain::RandomSource &random);

/// The written form of a code's 16 bytes: its 36 symbols in ASCII, without
/// anything between them. Empty when there are not 16.
SecretBytes writtenRecoveryCode(const SecretBytes &code);

/// One group of the written form, counted from 0, for a screen to show.
QString recoveryGroup(const SecretBytes &written, std::size_t group);

/// What somebody typed, read as a recovery code.
struct RecoveryReading
{
    enum Finding {
        Right,       ///< code holds it
        TooFew,      ///< fewer than 36 symbols so far; all that is there could be right
        TooMany,     ///< more than 36
        Foreign,     ///< there is a letter or sign in wrongGroups that no code has
        WrongGroups, ///< complete, but the groups in wrongGroups are not as they were written
        WrongWhole,  ///< every group agrees with its check, the whole does not: no code of ours
    };

    Finding finding = TooFew;
    std::size_t symbols = 0;                     ///< how many were read
    std::bitset<recovery::groups> wrongGroups{}; ///< of Foreign and WrongGroups; bit 0 is the first
    SecretBytes code{};                          ///< of Right: 16 bytes
};

/// Reads what was typed. Forgives spaces, hyphens and other punctuation, line
/// breaks and marks of direction, small letters, full-width and circled ones,
/// the digits of any script, O for 0, I and L for 1, U for V. Any UTF-16, half
/// pairs included; more than longestTyped units are TooMany and not looked at.
/// Whether only the check group is wrong shows by the proof within the code.
/// Pure; keeps nothing of the text.
RecoveryReading readRecoveryCode(QStringView typed);

/// What was typed so far, as a field shows it: capital symbols in their groups,
/// a space between two groups.
struct RegroupedCode
{
    QString text;
    qsizetype cursor = 0; ///< where the cursor stood, by the symbols before it
};

/// Letters that no code has stay where they are, so that they can be seen;
/// what is forgiven goes. Longer texts than longestTyped are cut there.
RegroupedCode regroupRecoveryCode(QStringView typed, qsizetype cursor);

} // namespace rapport::vault
