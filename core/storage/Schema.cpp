// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/Schema.h"

#include <array>

#include "core/storage/Schema1.h"
#include "core/storage/Schema2.h"

namespace rapport::storage {

namespace {

constexpr std::array steps{
    MigrationStep{1, schema1},
    MigrationStep{2, schema2},
};
static_assert(ascends(steps), "each step's version is greater than the one before it");

} // namespace

std::span<const MigrationStep> schemaSteps()
{
    return steps;
}

bool isDerived(const QString &table)
{
    return table == QLatin1String("mood_day") || table == QLatin1String("search_text");
}

int newestSchemaVersion()
{
    return steps.back().version;
}

} // namespace rapport::storage
