// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

// Faults of the disk for whatever runs in this process: SQLCipher, Qt's files
// and our own. Faults.cpp defines the C library's calls (open, pread, pwrite,
// fsync, rename, …) anew, counts those that concern one folder and lets the
// chosen ones fail. For one test at a time; thread-safe while it is armed.

namespace rapport::soak::faults {

struct Plan
{
    int first = 0;          ///< the first call to fail, counted from 1; 0: none
    bool persistent = true; ///< all later ones fail, too
    int error = 0;          ///< errno: EIO; or ENOSPC, which fails only calls that need room
};

/// Counts from now on what concerns files in this folder, and lets it fail.
void arm(const std::string &folder, const Plan &plan);

/// Everything is as always; the number of calls that were counted.
int disarm();

/// Calls that failed since arm().
int failed();

} // namespace rapport::soak::faults
