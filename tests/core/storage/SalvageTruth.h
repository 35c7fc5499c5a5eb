// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>

#include "core/storage/Salvage.h"
#include "core/storage/SearchText.h"
#include "core/storage/TableShape.h"
#include "tests/core/storage/StorageFixture.h"

// A vault of known rows, and what a salvage made of them.

namespace rapport::tests {

using storage::Database;
using storage::SalvagedTable;
using storage::SalvageReport;
using storage::TableShape;

inline constexpr qint64 pageSize = 4096;

/// All rows of a person's, field by field, by table and id.
using Rows = std::map<QString, std::map<qint64, QVariantList>>;

inline Rows rowsOf(const Database &database)
{
    Rows all;
    const auto shapes = storage::readShapes(database);
    for (const TableShape &shape : *shapes) {
        auto &rows = all[shape.name];
        QSqlQuery query(database.sql());
        if (!query.exec(QStringLiteral("SELECT rowid, * FROM \"%1\"").arg(shape.name)))
            qFatal("a table cannot be read");
        while (query.next()) {
            QVariantList values;
            for (std::size_t i = 0; i < shape.columns.size(); ++i)
                values += query.value(static_cast<int>(i) + 1);
            rows.emplace(query.value(0).toLongLong(), values);
        }
    }
    return all;
}

inline void run(const Database &database, const QString &sql)
{
    QSqlQuery query(database.sql());
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

/// A row of numbers below `count` as a table `n (i)`, to make rows from.
inline QString series(int count)
{
    return QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %1) ")
        .arg(count - 1);
}

/// The columns that all have, for row n.i: an hour apart.
inline constexpr QLatin1String
    recordColumns("uid, created_utc_ms, created_offset_min, local_day, modified_utc_ms");
inline constexpr QLatin1String
    recordOfRow("randomblob(16), 1772438400000 + i * 3600000, 0, (1772438400000 + i * "
                "3600000) / 86400000, 1772438400000");

/// A life of a thousand rows over all tables, among them texts that are
/// longer than a page, so that every kind of page there is occurs.
inline void fill(Database &database)
{
    const auto insert = [&](const char *table, int count, const char *columns, const char *values) {
        run(database, QStringLiteral("INSERT INTO %1 (%2, %3) %4 SELECT %5, %6 FROM n")
                          .arg(QLatin1String(table), recordColumns, QLatin1String(columns), series(count),
                               recordOfRow, QLatin1String(values)));
    };
    insert("import_batch", 3, "source", "'a-file'");
    insert("person", 4, "role, name, contact, usual_way, import_batch",
           "'therapist', 'Name ' || i, '', i % 2, 1");
    insert("card", 160, "text, kind, hardness, state, position, person, import_batch",
           "CASE i % 40 WHEN 7 THEN replace(hex(zeroblob(600)), '0', 'long ä') ELSE 'what I want to say ' "
           "|| i END, "
           "CASE i % 3 WHEN 0 THEN 'need' END, i % 11, 'open', i + (i % 2) * 0.25, "
           "CASE i % 2 WHEN 0 THEN 1 + i % 4 END, CASE i % 5 WHEN 0 THEN 1 + i % 3 END");
    run(database,
        series(160) +
            QStringLiteral(
                "INSERT INTO card_change (card, changed_utc_ms, changed_offset_min, local_day, field, "
                "old_value, new_value) "
                "SELECT 1 + i % 160, 1772438400000, 60, 20514, 'text', 'before ' || i, 'after' FROM n"));
    insert("session", 40, "date, time, zone, utc_ms, remark, person",
           "'2026-03-0' || (1 + i % 9), '10:00', 'Europe/Madrid', 0, 'remark', 1 + i % 4");
    insert("note", 40, "session", "CASE i % 3 WHEN 0 THEN NULL ELSE 1 + i END");
    run(database,
        series(200) +
            QStringLiteral("INSERT INTO note_line (note, line, section, heading, text, source, own_words) "
                           "SELECT 1 + i % 40, i / 40, 1, '', 'a line of a note ' || i, CASE i % 2 WHEN 0 "
                           "THEN randomblob(16) END, 1 FROM n"));
    insert("share", 50, "note, way, shared_with, content", "1 + i % 40, 1, 'therapist', 'what left ' || i");
    insert("check_in", 300,
           "felt_utc_ms, felt_offset_min, felt_day, pleasantness, steps, energy, energy_steps, note",
           "1772438400000 + i * 3600000, 0, (1772438400000 + i * 3600000) / 86400000, -80 + 40 * (i % 5), 5, "
           "CASE i % 2 WHEN 0 THEN 40 END, "
           "CASE i % 2 WHEN 0 THEN 5 END, CASE i % 10 WHEN 0 THEN 'a walk ' || i ELSE '' END");
    insert("pause", 60, "starter, planned_ms, lasted_ms, ended_utc_ms, ended_offset_min, ended_how",
           "'breath', 300000, 1000 * i, 1772438400000, 0, 'finished'");
    run(database,
        series(3) + QStringLiteral("INSERT INTO draft SELECT 'place-' || i, 'being typed', 5 FROM n"));
    run(database, series(30) + QStringLiteral("INSERT INTO setting SELECT 'name-' || i, 'value' FROM n"));
    if (!storage::rebuildSearch(database, [] { return true; }))
        qFatal("the index cannot be made");
}

/// What became of one damage.
struct Outcome
{
    int changed = 0;      ///< rows in the new file that are not as they were
    int silentlyLost = 0; ///< rows that are neither there nor counted
    int overstated = 0;   ///< rows counted as lost beyond those that are
    qint64 saved = 0;
    qint64 lost = 0;
    bool exact = true;
    QString where{};    ///< the tables that lost rows
    QStringList made{}; ///< what is made from the rows

    bool isTrue() const { return changed == 0 && silentlyLost == 0 && overstated == 0; }
};

/// Many of them.
struct Sum
{
    int damages = 0;
    int untrue = 0;
    int inexact = 0;
    int lossless = 0;
    qint64 saved = 0;
    qint64 lost = 0;
    qint64 most = 0;

    void add(const Outcome &outcome)
    {
        ++damages;
        untrue += outcome.isTrue() ? 0 : 1;
        inexact += outcome.exact ? 0 : 1;
        lossless += outcome.lost == 0 ? 1 : 0;
        saved += outcome.saved;
        lost += outcome.lost;
        most = std::max(most, outcome.lost);
        if (!outcome.isTrue())
            qWarning("changed %d, silently lost %d, overstated %d%s", outcome.changed, outcome.silentlyLost,
                     outcome.overstated, qPrintable(outcome.where));
    }
    bool isTrue() const { return untrue == 0; }
    void tell(const char *what) const
    {
        qInfo("%s: %d damages, %d without loss, rows saved %lld, lost %lld (at most %lld at once), "
              "silently lost or changed: %d files, counted as \"at least\": %d",
              what, damages, lossless, static_cast<long long>(saved), static_cast<long long>(lost),
              static_cast<long long>(most), untrue, inexact);
    }
};

/// What is not copied but made from the rows: the index and the days.
inline QStringList madeFrom(const Database &database)
{
    QStringList all;
    for (const char *sql : {"SELECT kind || owner || ' ' || body FROM search_text ORDER BY 1",
                            "SELECT local_day || ' ' || check_ins || ' ' || pleasantness_sum || ' ' || "
                            "energy_sum FROM mood_day ORDER BY 1",
                            "SELECT rowid FROM search_index WHERE search_index MATCH 'walk' ORDER BY 1"}) {
        QSqlQuery query(database.sql());
        if (!query.exec(QLatin1String(sql)))
            qFatal("cannot be read");
        while (query.next())
            all += query.value(0).toString();
    }
    return all;
}

inline Outcome compare(const Rows &truth, const Rows &saved, const SalvageReport &report)
{
    Outcome outcome;
    for (const SalvagedTable &table : report.tables) {
        const auto &was = truth.at(table.name);
        const auto &is = saved.at(table.name);
        qint64 same = 0;
        for (const auto &[id, values] : is) {
            const auto original = was.find(id);
            bool equal = original != was.end() && original->second == values;
            if (!equal && original != was.end()) {
                // A reference to a row that is lost is empty.
                equal = true;
                for (qsizetype i = 0; i < values.size(); ++i)
                    equal = equal && (values.at(i) == original->second.at(i) || values.at(i).isNull());
            }
            outcome.changed += equal ? 0 : 1;
            same += equal ? 1 : 0;
        }
        const qint64 gone = static_cast<qint64>(was.size()) - same;
        if (table.saved != static_cast<qint64>(is.size()) || (table.exact && table.lost < gone))
            outcome.silentlyLost += static_cast<int>(gone - table.lost);
        outcome.overstated += static_cast<int>(std::max<qint64>(table.lost - gone, 0));
        outcome.saved += table.saved;
        outcome.lost += gone;
        outcome.exact = outcome.exact && table.exact;
        if (gone > 0)
            outcome.where += QStringLiteral(" %1:%2%3")
                                 .arg(table.name)
                                 .arg(gone)
                                 .arg(QLatin1String(table.exact ? "" : "?"));
    }
    return outcome;
}

} // namespace rapport::tests
