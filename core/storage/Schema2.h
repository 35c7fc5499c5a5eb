// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/storage/SchemaParts.h"

// Schema 2: pauses, and words of a check-in that leave the index with it.

// Raw texts, so that a table reads here as it does in the file.
// clang-format off

namespace rapport::storage {

inline constexpr const char *schema2[] = {
    // A pause, running until it has an end. `created` is when it was begun,
    // `lasted_ms` how much of the planned time passed, without what it was
    // held: wall times cannot tell, since somebody may set the clock meanwhile.
    // The boot_ columns find a running pause again after a kill: the clock that
    // counts from the device's start, and which start that was. They go when
    // the pause ends.
    "CREATE TABLE pause (" RAPPORT_RECORD R"(
    starter TEXT NOT NULL CHECK (starter <> '' AND starter NOT GLOB '*[^a-z0-9-]*'),
    planned_ms INTEGER NOT NULL CHECK (planned_ms > 0),
    held_ms INTEGER NOT NULL DEFAULT 0 CHECK (held_ms >= 0),
    lasted_ms INTEGER CHECK (lasted_ms BETWEEN 0 AND planned_ms),
    ended_utc_ms INTEGER,
    ended_offset_min INTEGER CHECK (ended_offset_min BETWEEN -1080 AND 1080),
    ended_how TEXT CHECK (ended_how <> '' AND ended_how NOT GLOB '*[^a-z0-9-]*'),
    boot_id TEXT,
    boot_start_ns INTEGER,
    boot_held_ns INTEGER,
    CHECK ((ended_utc_ms IS NULL) = (ended_offset_min IS NULL)),
    CHECK ((ended_utc_ms IS NULL) = (ended_how IS NULL)),
    CHECK ((ended_utc_ms IS NULL) = (lasted_ms IS NULL)),
    CHECK ((boot_id IS NULL) = (boot_start_ns IS NULL)),
    CHECK (boot_held_ns IS NULL OR boot_id IS NOT NULL),
    CHECK (ended_utc_ms IS NULL OR boot_id IS NULL)
) STRICT)",
    RAPPORT_RECORD_INDEXES("pause"),
    "CREATE INDEX pause_running ON pause (id) WHERE ended_utc_ms IS NULL",
    RAPPORT_LIVING_STAYS("pause"),

    // What schema 1 does for a card.
    R"(CREATE TRIGGER check_in_gone_from_search AFTER DELETE ON check_in BEGIN
    DELETE FROM search_text WHERE kind = 'check-in' AND owner = OLD.id;
END)",
};

} // namespace rapport::storage
// clang-format on
