// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>

#include <QString>
#include <QStringView>

#include "core/vault/SecretBytes.h"

namespace rapport::vault {

inline constexpr qsizetype shortestPin = 6;
inline constexpr qsizetype longestPin = 12;

/// Why a PIN is not taken.
enum class PinProblem {
    None,
    NotDigits, ///< anything but digits, of whatever script
    TooShort,  ///< fewer than 6
    TooLong,   ///< more than 12
    Repeats,   ///< one digit, or a piece of up to half its length, over and over
    Pairs,     ///< every digit twice: 112233
    Run,       ///< counting up or down, by any one step
    DateLike,  ///< read as a day, or with a year at its begin or end
    TooCommon, ///< one of those that people choose most
};

/// Judges a PIN that somebody chooses. Pure; does not keep the text. Of the
/// million PINs with six digits one in nine is refused.
PinProblem pinProblem(QStringView typed);

/// A PIN as it was typed, as ASCII digits, whatever script they were in. Wipes
/// the text it is given, as far as no other QString shares it, and leaves it
/// empty. Empty when it is not all digits or has more than 12: then no slot
/// can open with it.
SecretBytes pinFrom(QString &typed);

} // namespace rapport::vault
