// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QStringView>

namespace rapport::vault {

/// How far a guesser who knows words, names, dates and keyboards would get with
/// a passphrase, by zxcvbn (D. L. Wheeler, "zxcvbn: Low-Budget Password Strength
/// Estimation", USENIX Security 2016).
struct Strength
{
    /// What most of it is made of.
    enum Weakness {
        None,    ///< nothing that a guesser tries as a whole
        Words,   ///< words and names of the lists
        Pattern, ///< a line on a keyboard, a sequence, a repetition
        Date,    ///< days and years
    };

    double bits = 0; ///< the binary logarithm of the guesses
    Weakness weakness = None;
};

/// The estimate for the first 64 characters, spaces left out: more cannot make
/// it weaker. The lists are of English; letters of other scripts count like
/// letters drawn from 26, Chinese and Korean ones like two, so that nothing is
/// taken for stronger than it is. Takes less than 2 ms for any text; reads its
/// lists (1.4 MB) when first called. Keeps nothing of the text.
Strength estimateStrength(QStringView typed);

} // namespace rapport::vault
