// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdio>
#include <ctime>

#include <QByteArray>
#include <QFile>
#include <QtGlobal>

// How long a process took, said by the process itself.

namespace rapport::bench {

inline double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1000.0 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Milliseconds since the process was asked for: whoever starts it puts the
/// monotonic clock's milliseconds into BENCH_STARTED.
inline double sinceStart()
{
    return milliseconds(CLOCK_MONOTONIC) - qgetenv("BENCH_STARTED").toDouble();
}

/// The proportional set size in KiB: shared pages count in parts.
inline long long proportionalSetSize()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:"))
            return line.mid(4).chopped(2).trimmed().toLongLong();
    }
    return 0;
}

/// One line: wall and CPU milliseconds to the first frame.
inline void sayFirstFrame()
{
    std::printf("frame %.2f %.2f\n", sinceStart(), milliseconds(CLOCK_PROCESS_CPUTIME_ID));
    std::fflush(stdout);
}

/// One line, once things have settled.
inline void sayMemory()
{
    std::printf("pss %lld\n", proportionalSetSize());
    std::fflush(stdout);
}

} // namespace rapport::bench
