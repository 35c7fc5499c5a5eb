// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>

#include <QString>

#include "core/storage/Migration.h"

namespace rapport::storage {

/// "RPPT" as a 32-bit big-endian number: PRAGMA application_id of every vault.
inline constexpr int applicationId = 0x52505054;

/// All steps from the empty file to the newest schema, ascending. A step that
/// has been released is never edited: a change is a new step at the end.
std::span<const MigrationStep> schemaSteps();

/// Whether a table is made from others: by triggers, or by rebuildSearch(). A
/// salvage makes it anew.
bool isDerived(const QString &table);

/// The version of the newest schema, from the last step.
int newestSchemaVersion();

} // namespace rapport::storage
