// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/storage/SchemaParts.h"

// Schema 1, frozen: what is written here is in every vault there is. The
// conventions of all tables stand in SchemaParts.h.

// Raw texts, so that a table reads here as it does in the file.
// clang-format off

/// One day's check-ins counted anew. A day holds few, and a maximum cannot be
/// taken back by subtraction.
#define RAPPORT_COUNT_DAY(day) "\n" \
    "    DELETE FROM mood_day WHERE local_day = " day ";\n" \
    "    INSERT INTO mood_day\n" \
    "        SELECT felt_day, count(*), sum(pleasantness), min(pleasantness), max(pleasantness),\n" \
    "               count(energy), coalesce(sum(energy), 0)\n" \
    "        FROM check_in WHERE felt_day = " day " AND deleted_at IS NULL GROUP BY felt_day;\n"

namespace rapport::storage {

inline constexpr const char *schema1[] = {
    // One import, so that it can be undone as a whole.
    R"(CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),)" RAPPORT_MOMENT("created", "local_day") R"(
    modified_utc_ms INTEGER NOT NULL,
    deleted_at INTEGER,
    source TEXT NOT NULL CHECK (source <> '' AND source NOT GLOB '*[^a-z0-9-]*')
) STRICT)",

    // The therapist and others. A name may be empty: "therapist (name or none)".
    "CREATE TABLE person (" RAPPORT_RECORD R"(
    role TEXT NOT NULL CHECK (role <> '' AND role NOT GLOB '*[^a-z0-9-]*'),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 100000),
    contact TEXT NOT NULL DEFAULT '' CHECK (length(contact) <= 100000),
    usual_way INTEGER CHECK (usual_way >= 0)
) STRICT)",
    RAPPORT_RECORD_INDEXES("person"),

    // What is hard to say. No person means the therapist.
    "CREATE TABLE card (" RAPPORT_RECORD R"(
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 100000),
    kind TEXT CHECK (kind <> '' AND kind NOT GLOB '*[^a-z0-9-]*'),
    hardness INTEGER CHECK (hardness BETWEEN 0 AND 10),
    state TEXT NOT NULL CHECK (state <> '' AND state NOT GLOB '*[^a-z0-9-]*'),
    position REAL NOT NULL,
    person INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT)",
    RAPPORT_RECORD_INDEXES("card"),
    "CREATE INDEX card_by_position ON card (position, id)",
    "CREATE INDEX card_by_person ON card (person) WHERE person IS NOT NULL",
    RAPPORT_LIVING_STAYS("card"),

    // A card's history: only ever added to, gone only with its card.
    R"(CREATE TABLE card_change (
    id INTEGER PRIMARY KEY,
    card INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE,)" RAPPORT_MOMENT("changed", "local_day") R"(
    field TEXT NOT NULL CHECK (field <> '' AND field NOT GLOB '*[^a-z0-9-]*'),
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 100000)
) STRICT)",
    "CREATE INDEX card_change_by_card ON card_change (card, id)",
    "CREATE INDEX card_change_by_day ON card_change (local_day)",
    "CREATE TRIGGER card_change_no_update BEFORE UPDATE ON card_change "
    "BEGIN SELECT RAISE(ABORT, 'history is only added to'); END",
    "CREATE TRIGGER card_change_no_delete BEFORE DELETE ON card_change "
    "WHEN EXISTS (SELECT 1 FROM card WHERE id = OLD.card) "
    "BEGIN SELECT RAISE(ABORT, 'history goes only with its card'); END",

    // A session: wall time and zone are what counts, utc_ms is a cache.
    "CREATE TABLE session (" RAPPORT_RECORD R"(
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    time TEXT NOT NULL CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
    zone TEXT NOT NULL DEFAULT '',
    utc_ms INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'planned' CHECK (status <> '' AND status NOT GLOB '*[^a-z0-9-]*'),
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 100000),
    person INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT)",
    RAPPORT_RECORD_INDEXES("session"),
    "CREATE INDEX session_by_date ON session (date)",
    "CREATE INDEX session_by_person ON session (person) WHERE person IS NOT NULL",
    RAPPORT_LIVING_STAYS("session"),

    // A note as it was made: its finished lines. `source` is a card's uid and
    // no reference, since the note outlives the card.
    "CREATE TABLE note (" RAPPORT_RECORD R"(
    session INTEGER REFERENCES session (id) ON DELETE SET NULL
) STRICT)",
    RAPPORT_RECORD_INDEXES("note"),
    "CREATE INDEX note_by_session ON note (session) WHERE session IS NOT NULL",
    RAPPORT_LIVING_STAYS("note"),
    R"(CREATE TABLE note_line (
    id INTEGER PRIMARY KEY,
    note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    line INTEGER NOT NULL CHECK (line >= 0),
    section INTEGER NOT NULL CHECK (section >= 0),
    heading TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) <= 100000),
    source BLOB CHECK (length(source) = 16),
    own_words INTEGER NOT NULL CHECK (own_words IN (0, 1)),
    UNIQUE (note, line)
) STRICT)",

    // The ledger: what left, when (created), how, with whom, exactly what.
    "CREATE TABLE share (" RAPPORT_RECORD R"(
    note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    way INTEGER NOT NULL CHECK (way >= 0),
    shared_with TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT)",
    RAPPORT_RECORD_INDEXES("share"),
    "CREATE INDEX share_by_note ON share (note)",

    // What is being typed, and personal settings.
    R"(CREATE TABLE draft (
    place TEXT NOT NULL PRIMARY KEY CHECK (place <> ''),
    text TEXT NOT NULL,
    modified_utc_ms INTEGER NOT NULL
) STRICT)",
    R"(CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    value TEXT NOT NULL
) STRICT)",

    // A mood. `created` is when it was entered, `felt` when it was so: a
    // check-in can be back-dated. `steps` is how many steps the scale had.
    "CREATE TABLE check_in (" RAPPORT_RECORD RAPPORT_MOMENT("felt", "felt_day") R"(
    pleasantness INTEGER NOT NULL CHECK (pleasantness BETWEEN -100 AND 100),
    steps INTEGER NOT NULL CHECK (steps BETWEEN 2 AND 201),
    energy INTEGER CHECK (energy BETWEEN -100 AND 100),
    energy_steps INTEGER CHECK (energy_steps BETWEEN 2 AND 201),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 100000),
    CHECK ((energy IS NULL) = (energy_steps IS NULL))
) STRICT)",
    RAPPORT_RECORD_INDEXES("check_in"),
    "CREATE INDEX check_in_by_felt_day ON check_in (felt_day, felt_utc_ms)",

    // The days of the mood pictures. Written by the triggers alone.
    R"(CREATE TABLE mood_day (
    local_day INTEGER PRIMARY KEY,
    check_ins INTEGER NOT NULL CHECK (check_ins > 0),
    pleasantness_sum INTEGER NOT NULL,
    pleasantness_min INTEGER NOT NULL,
    pleasantness_max INTEGER NOT NULL,
    energy_count INTEGER NOT NULL,
    energy_sum INTEGER NOT NULL
) STRICT)",
    "CREATE TRIGGER check_in_added AFTER INSERT ON check_in BEGIN"
    RAPPORT_COUNT_DAY("NEW.felt_day") "END",
    "CREATE TRIGGER check_in_changed AFTER UPDATE ON check_in BEGIN"
    RAPPORT_COUNT_DAY("OLD.felt_day") RAPPORT_COUNT_DAY("NEW.felt_day") "END",
    "CREATE TRIGGER check_in_gone AFTER DELETE ON check_in BEGIN"
    RAPPORT_COUNT_DAY("OLD.felt_day") "END",

    // Full text. id = UTC milliseconds × 1024 + n is chronological, so the
    // newest hits come first without a sort. The body is already folded (see
    // SearchText.h). The index keeps no copy of it and forgets at once what is
    // deleted: without secure-delete a word would stay in old segments.
    R"(CREATE TABLE search_text (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind <> '' AND kind NOT GLOB '*[^a-z0-9-]*'),
    owner INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, owner)
) STRICT)",
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "body, content='search_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)",
    R"(CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index (rowid, body) VALUES (NEW.id, NEW.body);
END)",
    R"(CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', OLD.id, OLD.body);
END)",
    R"(CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', OLD.id, OLD.body);
    INSERT INTO search_index (rowid, body) VALUES (NEW.id, NEW.body);
END)",
    R"(CREATE TRIGGER card_gone_from_search AFTER DELETE ON card BEGIN
    DELETE FROM search_text WHERE kind = 'card' AND owner = OLD.id;
END)",
};

} // namespace rapport::storage

#undef RAPPORT_COUNT_DAY
// clang-format on
