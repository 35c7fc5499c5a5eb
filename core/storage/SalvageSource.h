// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <set>

#include "core/storage/BTree.h"
#include "core/storage/TableShape.h"

namespace rapport::storage {

/// What is left of a table in a damaged file.
struct SourceTable
{
    std::vector<quint32> leaves; ///< pages that hold its rows
    bool whole = false;          ///< none of its leaves is missing
    std::set<qint64> known;      ///< the ids that its indexes name
    bool knowsAll = false;       ///< an index of all its rows was read from end to end
};

/// The tables of a damaged file: found by walking each from its root; pages of
/// rows to which no walk leads, because a page above them is bad, are given to
/// the table whose rows they can be. The indexes say which rows there were.
class SalvageSource
{
public:
    explicit SalvageSource(const PageImage &image);

    /// The schema's version from page 1, or, if that is bad, from the tables
    /// that are there.
    int schemaVersion() const;

    /// Finds the tables' pages. Once, after construction.
    void find(const std::vector<TableShape> &shapes);

    /// A table's pages; one that nothing is left of has none.
    const SourceTable &table(const QString &name) const;

private:
    struct Entry
    {
        QString type;
        QString name;
        QString table;
        quint32 root = 0;
        QString sql;
    };

    void readSchema();
    void readSchemaPage(quint32 number, bool mustFit);
    bool readIndex(quint32 root, std::set<qint64> &ids);
    void walkTable(SourceTable &table, const QString &name);
    void giveAway(quint32 number, const std::vector<TableShape> &shapes);

    const PageImage &m_image;
    std::vector<bool> m_reached; ///< by page number
    std::vector<Entry> m_schema;
    std::map<QString, SourceTable> m_tables;
};

} // namespace rapport::storage
