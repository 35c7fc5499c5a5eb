// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/WordList.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/vault/Crypto.h"

namespace rapport::vault {

namespace {

constexpr int mostWordsDrawn = 64;

bool isWord(QByteArrayView word)
{
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !word.empty() && isLetter(word.front()) && isLetter(word.back()) &&
           std::all_of(word.begin(), word.end(), [&](char c) { return isLetter(c) || c == '-'; });
}

} // namespace

std::optional<WordList> WordList::parse(const QByteArray &file)
{
    if (file.size() > longestFile)
        return std::nullopt;
    WordList list;
    list.m_file = file;
    const QByteArrayView all(list.m_file);
    qsizetype begin = 0;
    while (begin < all.size()) {
        qsizetype end = begin;
        while (end < all.size() && all[end] != '\n')
            ++end;
        const QByteArrayView word = all.sliced(begin, end - begin);
        if (!isWord(word) || list.m_words.size() == mostWords ||
            (!list.m_words.empty() && !(list.m_words.back() < word)))
            return std::nullopt;
        list.m_words.push_back(word);
        begin = end + 1;
    }
    if (list.m_words.size() < leastWords)
        return std::nullopt;
    return list;
}

double WordList::bits(int words) const
{
    return words * std::log2(static_cast<double>(m_words.size()));
}

std::size_t drawBelow(std::size_t limit, domain::RandomSource &random)
{
    constexpr std::size_t range = 0x1'0000;
    const std::size_t even = range - range % limit;
    std::array<std::byte, 2> drawn{};
    std::size_t number = 0;
    do {
        random.fill(drawn);
        number = std::to_integer<std::size_t>(drawn[0]) << 8U | std::to_integer<std::size_t>(drawn[1]);
    } while (number >= even);
    crypto::wipe(drawn);
    return number % limit;
}

SecretBytes makePassphrase(const WordList &list, domain::RandomSource &random, int words)
{
    if (words < 1 || words > mostWordsDrawn)
        return {};
    const auto room = [&] {
        qsizetype longest = 0;
        for (std::size_t i = 0; i < list.size(); ++i)
            longest = std::max(longest, list[i].size());
        return static_cast<std::size_t>((longest + 1) * words);
    }();
    SecretBytes roomy(room);
    if (roomy.isEmpty())
        return {};
    std::size_t end = 0;
    for (int drawn = 0; drawn < words; ++drawn) {
        if (drawn > 0)
            roomy.bytes()[end++] = std::byte{' '};
        const QByteArrayView word = list[drawBelow(list.size(), random)];
        for (const char letter : word)
            roomy.bytes()[end++] = static_cast<std::byte>(letter);
    }
    return SecretBytes::copyOf(roomy.bytes().first(end));
}

} // namespace rapport::vault
