// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// The file that counts wrong tries. Whoever bends it must not get more of them
// than by taking it away, and nobody waits longer than an hour.

#include "core/vault/Attempts.h"
#include "tests/fuzz/MemoryDisk.h"
#include "tests/fuzz/Target.h"

using namespace rapport::vault;
using namespace rapport::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::int64_t longestWaitMs = std::int64_t{60} * 60 * 1000;
    const QByteArray file = bytesOf(data, size);
    const BootTime now{.ms = 123'456, .bootId = "2f0c"};
    const auto read = Attempts::parse(file);
    promise(!read || read->serialise() == file, "a file is read in one spelling only");
    promise(!read || read->wrong <= Attempts::mostCounted, "no more than are counted");

    const Layout layout(QStringLiteral("/vault"));
    MemoryDisk disk;
    disk.files[layout.attempts()] = file;
    const auto loaded = loadAttempts(disk, layout, now);
    promise(loaded.has_value(), "a damaged file is an answer, too");
    promise(*loaded == (read ? *read : Attempts::assumed(now)), "a damaged file is the fifth wrong try");
    for (const Attempts &one : {*loaded, loaded->afterTry(now)}) {
        const std::int64_t wait = one.waitMs(now);
        promise(wait >= 0 && wait <= longestWaitMs, "from nothing to an hour");
        promise(Attempts::parse(one.serialise()) == one, "what is written can be read");
    }
    promise(loaded->afterTry(now).wrong >= loaded->wrong, "a try is counted");
    return 0;
}
