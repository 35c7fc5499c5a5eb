// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// fuzz-NAME FOLDER [SECONDS]
//
// Plays every file of a corpus, then for so many seconds files with a few
// bytes changed by chance; prints how many. Where there is no clang.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/Target.h"

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<Bytes> readAll(const char *folder)
{
    std::vector<Bytes> all;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    std::sort(all.begin(), all.end());
    return all;
}

void change(Bytes &bytes, std::mt19937 &chance)
{
    const auto place = [&] { return static_cast<std::ptrdiff_t>(chance() % bytes.size()); };
    for (auto times = 1 + chance() % 4; times > 0 && !bytes.empty(); --times) {
        switch (chance() % 4) {
        case 0:
            bytes[static_cast<std::size_t>(place())] ^= static_cast<std::uint8_t>(1U << chance() % 8);
            break;
        case 1:
            bytes[static_cast<std::size_t>(place())] = static_cast<std::uint8_t>(chance());
            break;
        case 2:
            bytes.erase(bytes.begin() + place());
            break;
        default:
            bytes.insert(bytes.begin() + place(), static_cast<std::uint8_t>(chance()));
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const std::vector<Bytes> corpus = readAll(argv[1]);
    if (corpus.empty()) {
        std::fprintf(stderr, "there is nothing in %s\n", argv[1]);
        return 1;
    }
    for (const Bytes &bytes : corpus)
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());

    const auto until =
        std::chrono::steady_clock::now() + std::chrono::seconds(argc > 2 ? std::stoi(argv[2]) : 0);
    std::mt19937 chance(1);
    int changed = 0;
    for (; std::chrono::steady_clock::now() < until; ++changed) {
        Bytes bytes = corpus[chance() % corpus.size()];
        change(bytes, chance);
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::printf("%zu kept inputs and %d changed ones\n", corpus.size(), changed);
    return 0;
}
