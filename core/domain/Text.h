// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace rapport::domain {

/// The longest text that one field keeps, in Unicode code points.
inline constexpr int maxCodePoints = 100'000;

/// Why a text cannot be kept.
enum class TextError {
    Empty,       ///< nothing that could be seen
    ContainsNul, ///< U+0000, which the database would cut the text at
    TooLong,     ///< more than maxCodePoints
};

/// The form in which a person's text is stored: Unicode normalisation form C,
/// line ends as "\n", lone surrogates replaced by U+FFFD; white space at both
/// ends removed. Everything else stays as written.
tl::expected<QString, TextError> normalizedText(const QString &typed);

/// The number of Unicode code points in a text.
qsizetype codePointCount(const QString &text);

} // namespace rapport::domain
