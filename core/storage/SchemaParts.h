// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

// What the tables of every schema have in common, for Schema.cpp alone. Frozen
// with schema 1: a change here would be a change of steps already released.
// Conventions of all tables:
//
// - `id` stays inside the database, `uid` (UUIDv7) names the row in files.
// - A past moment is utc_ms (milliseconds since 1970-01-01T00:00Z) with
//   offset_min (minutes east of UTC) and the calendar day at that place, as
//   days since 1970-01-01. The CHECK is the floor division without dividing,
//   since SQL's division rounds towards zero.
// - `deleted_at` (UTC milliseconds) is a deletion that can be undone.
// - Ids of kinds and states are checked for their form only: a list of allowed
//   words in a CHECK could not grow without rebuilding the table.
// - length(text) counts code points, as domain::maxCodePoints does.

// Macros, since texts are put together before the compiler sees them.
// clang-format off

/// The columns of a moment: `prefix_utc_ms`, `prefix_offset_min`, `day`.
#define RAPPORT_MOMENT(prefix, day) "\n" \
    "    " prefix "_utc_ms INTEGER NOT NULL,\n" \
    "    " prefix "_offset_min INTEGER NOT NULL CHECK (" prefix "_offset_min BETWEEN -1080 AND 1080),\n" \
    "    " day " INTEGER NOT NULL CHECK (\n" \
    "        " day " * 86400000 <= " prefix "_utc_ms + " prefix "_offset_min * 60000 AND\n" \
    "        " prefix "_utc_ms + " prefix "_offset_min * 60000 < (" day " + 1) * 86400000),"

/// What every row of a person's has (domain::Record), import columns included.
#define RAPPORT_RECORD "\n" \
    "    id INTEGER PRIMARY KEY,\n" \
    "    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16)," \
    RAPPORT_MOMENT("created", "local_day") "\n" \
    "    modified_utc_ms INTEGER NOT NULL,\n" \
    "    deleted_at INTEGER,\n" \
    "    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),\n" \
    "    import_batch INTEGER REFERENCES import_batch (id),\n" \
    "    source_hash BLOB,"

/// The indexes that each of those tables has.
#define RAPPORT_RECORD_INDEXES(table) \
    "CREATE INDEX " table "_by_day ON " table " (local_day)", \
    "CREATE INDEX " table "_deleted ON " table " (deleted_at) WHERE deleted_at IS NOT NULL", \
    "CREATE INDEX " table "_by_batch ON " table " (import_batch) WHERE import_batch IS NOT NULL", \
    "CREATE INDEX " table "_by_source ON " table " (source_hash) WHERE source_hash IS NOT NULL"

/// A row is deleted for good only after it was deleted so that one could undo it.
#define RAPPORT_LIVING_STAYS(table) \
    "CREATE TRIGGER " table "_living_stays BEFORE DELETE ON " table " WHEN OLD.deleted_at IS NULL " \
    "BEGIN SELECT RAISE(ABORT, 'a living row is not purged'); END"
// clang-format on
