// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>

#include <QString>

#include "core/storage/Database.h"

namespace rapport::storage {

/// How many rows each table of the file holds, whatever its schema; rows that
/// are marked as deleted count, and what the full-text index is made of.
Result<std::map<QString, qint64>> rowCounts(const Database &database);

/// How much of what a person knows is there; what they deleted does not count.
struct LivingCounts
{
    qint64 cards = 0; ///< things to say
    qint64 checkIns = 0;
    qint64 sessions = 0;
    qint64 notes = 0;
    qint64 pauses = 0;

    bool operator==(const LivingCounts &) const = default;
};

/// A table that a file of an older schema does not have counts as empty.
Result<LivingCounts> livingCounts(const Database &database);

} // namespace rapport::storage
