// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>

#include "core/storage/Error.h"

namespace rapport::storage {

class Database;

/// One step of the schema. It runs in one transaction with the new value of
/// user_version, so that a kill leaves either the old schema or the new one.
struct MigrationStep
{
    int version = 0;                              ///< what user_version is afterwards, 1 or more
    std::span<const char *const> statements = {}; ///< SQL, one statement each, run in this order
    Result<void> (*apply)(Database &) = nullptr;  ///< what SQL cannot say, run after the statements
};

/// Whether the versions begin at 1 or more and ascend without a repetition.
constexpr bool ascends(std::span<const MigrationStep> steps)
{
    int previous = 0;
    for (const MigrationStep &step : steps) {
        if (step.version <= previous)
            return false;
        previous = step.version;
    }
    return previous > 0;
}

/// Brings a database to the last step's version; nothing to do if it is there.
/// TooNew, with nothing written, if it is beyond it. DiskFull before the first
/// step on a file with content unless three times its size is free.
Result<void> migrate(Database &database, std::span<const MigrationStep> steps);

} // namespace rapport::storage
