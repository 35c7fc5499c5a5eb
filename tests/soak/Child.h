// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/soak/Faults.h"
#include "tests/soak/Operation.h"

namespace rapport::soak {

/// How an operation ended that ran in a process of its own.
struct End
{
    enum How { Done, Refused, Killed, Crashed, Hung };
    How how = Crashed;
    int code = 0; ///< of Refused: the error; of Crashed: the signal or status
    QByteArrayList acks;
    int calls = 0;  ///< disk calls counted, if faults were planned
    int failed = 0; ///< of these, failed
    qint64 us = 0;  ///< from the first step to the end, in microseconds
};

/// Makes what the operation starts from. Not in this process: a thread that was
/// there a moment ago may still hold a library's lock, and a child that is made
/// in that moment waits for it for ever.
bool prepare(const Operation &operation, const QString &folder);

/// Lets it act to its end, with these faults of the disk.
End run(const Operation &operation, const QString &folder, int times, const faults::Plan *plan = nullptr);

/// Kills it (SIGKILL) so many microseconds after it began.
End runAndKill(const Operation &operation, const QString &folder, qint64 afterUs);

/// What the verdict is about, looked at in this process.
Verdict judge(const Operation &operation, const QString &folder, const End &end);

} // namespace rapport::soak
