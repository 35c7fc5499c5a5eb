// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <vector>

#include <QByteArray>
#include <QByteArrayView>

#include "core/domain/Clock.h"
#include "core/vault/SecretBytes.h"

namespace rapport::vault {

/// Words to draw a passphrase from. assets/words/en.txt holds EFF's long list
/// of 7,776.
class WordList
{
public:
    static constexpr std::size_t leastWords = 1'000;
    static constexpr std::size_t mostWords = 65'536;
    static constexpr qsizetype longestFile = qsizetype{1024} * 1024;

    /// A file of one word to a line. Nothing unless there are 1,000 to 65,536
    /// words, ascending by their bytes and so all different, each of them ASCII
    /// letters and inner hyphens.
    static std::optional<WordList> parse(const QByteArray &file);

    std::size_t size() const { return m_words.size(); }
    QByteArrayView operator[](std::size_t index) const { return m_words[index]; }

    /// The binary logarithm of how many passphrases of so many words there are.
    double bits(int words) const;

private:
    QByteArray m_file; // what the words are views of
    std::vector<QByteArrayView> m_words;
};

/// Six words of the list of 7,776 have 77.5 bits: more than 6 million years at a
/// thousand million guesses in a second.
inline constexpr int wordsOfPassphrase = 6;

/// So many words, each drawn evenly and by itself, with a space between them,
/// in ASCII. Empty when the system has no memory left or more than 64 are asked
/// for.
SecretBytes makePassphrase(const WordList &list, domain::RandomSource &random, int words = wordsOfPassphrase);

/// A number below limit, each one as likely as any other: what does not divide
/// evenly is drawn again. limit 1 … 65,536.
std::size_t drawBelow(std::size_t limit, domain::RandomSource &random);

} // namespace rapport::vault
