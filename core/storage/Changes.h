// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/storage/Database.h"

// What changed, and since when: facts for whoever asks whether a back-up is
// due. What was deleted does not count. For the database's thread.

namespace rapport::storage {

/// When the first of the cards, moods and notes that are there was kept, in
/// milliseconds since 1970-01-01T00:00Z, exact to the day it was kept on;
/// nothing where there is none. By an index: the size of the file does not matter.
Result<std::optional<qint64>> firstKept(const Database &database);

/// Whether something that is there was kept or changed after a moment, in
/// milliseconds since 1970-01-01T00:00Z. Looks at the newest rows first: it reads
/// everything only where nothing has changed.
Result<bool> changedAfter(const Database &database, qint64 utcMs);

} // namespace rapport::storage
