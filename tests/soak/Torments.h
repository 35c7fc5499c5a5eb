// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/soak/Operation.h"
#include "tests/soak/Report.h"

// What is done to a vault while something is written, and to its files. Each
// adds to a report; counts are parameters, so that the tests run the same code
// with small ones.

namespace rapport::soak {

/// Which part of a torment's work is to be done: `from` … `from + count − 1`,
/// and of these every `step`-th.
struct Part
{
    int from = 0;
    int count = 1;
    int step = 1;
};

/// SIGKILL at random moments; a round's moment follows from its number.
void kill(const Operation &operation, const Part &rounds, Report &report);

/// The k-th disk call fails, once or it and all later ones, by EIO or for want
/// of room; every k from `from` + 1 on, until there are no more calls.
void failEachCall(const Operation &operation, const Part &calls, Report &report);

/// A real file system with too little room, of so many sizes between none and
/// all the room that is needed.
void fillDisk(const Operation &operation, const Part &sizes, int ofSizes, Report &report);

/// Every bit of vault.json, in both copies and in one; and every length.
void flipHeader(const Part &bits, Report &report);

/// Eight bytes of every page of the database.
void flipPages(const Part &pages, Report &report);

/// The database cut at every page's boundary, one byte before and one after.
void cutDatabase(const Part &pages, Report &report);

/// Keys that are not the right one: for the header, and for the database.
void wrongKeys(const Part &tries, Report &report);

} // namespace rapport::soak
