// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/SalvageSource.h"

#include <algorithm>

#include <QtEndian>

#include "core/storage/Schema.h"

namespace rapport::storage {

namespace {

/// sqlite_schema: type, name, tbl_name, rootpage, sql.
bool isSchemaRow(const QVariantList &values)
{
    static const std::array types{QLatin1String("table"), QLatin1String("index"), QLatin1String("trigger"),
                                  QLatin1String("view")};
    const auto isText = [&](int column) { return values.at(column).typeId() == QMetaType::QString; };
    return values.size() == 5 && isText(0) && isText(1) && isText(2) &&
           std::find(types.begin(), types.end(), values.at(0).toString()) != types.end();
}

/// The tables that a step of the schema makes.
QStringList tablesOf(const MigrationStep &step)
{
    QStringList names;
    const QLatin1String start("CREATE TABLE ");
    for (const char *statement : step.statements) {
        const QString sql = QLatin1String(statement);
        if (sql.startsWith(start))
            names += sql.mid(start.size()).section(QLatin1Char('('), 0, 0).trimmed();
    }
    return names;
}

} // namespace

SalvageSource::SalvageSource(const PageImage &image)
    : m_image(image)
    , m_reached(image.pageCount() + 1, false)
{
    readSchema();
}

void SalvageSource::readSchema()
{
    const auto tree = btree::walk(m_image, 1, true, m_reached);
    for (const quint32 leaf : tree.leaves)
        readSchemaPage(leaf, false);
    if (tree.whole)
        return;
    // A page above them is bad: every page of rows that are its kind of rows.
    for (quint32 number = 2; number <= m_image.pageCount(); ++number) {
        if (!m_reached[number])
            readSchemaPage(number, true);
    }
}

void SalvageSource::readSchemaPage(quint32 number, bool mustFit)
{
    const auto page = btree::readPage(m_image, number);
    if (!page || page->kind != btree::Kind::TableLeaf)
        return;
    const auto rows = btree::readRows(m_image, *page);
    const bool fits = !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const btree::Row &row) {
        return !row.values || isSchemaRow(*row.values);
    });
    if (mustFit && !fits)
        return;
    m_reached[number] = true;
    for (const btree::Row &row : rows) {
        if (row.values && isSchemaRow(*row.values))
            m_schema.push_back({row.values->at(0).toString(), row.values->at(1).toString(),
                                row.values->at(2).toString(), row.values->at(3).toUInt(),
                                row.values->at(4).toString()});
    }
}

int SalvageSource::schemaVersion() const
{
    if (const auto first = m_image.page(1); !first.empty())
        return qFromBigEndian<qint32>(first.data() + 60); // user_version in the file's header
    const auto isThere = [this](const QString &name) {
        return std::any_of(m_schema.begin(), m_schema.end(),
                           [&](const Entry &entry) { return entry.name == name; });
    };
    const auto steps = schemaSteps();
    for (std::size_t i = steps.size(); i > 1; --i) {
        const QStringList made = tablesOf(steps[i - 1]);
        if (made.isEmpty() || std::any_of(made.begin(), made.end(), isThere))
            return steps[i - 1].version;
    }
    return steps.front().version;
}

void SalvageSource::find(const std::vector<TableShape> &shapes)
{
    for (const TableShape &shape : shapes)
        walkTable(m_tables[shape.name], shape.name);
    for (const Entry &entry : m_schema) {
        // What no row of a person's is in: its pages are nobody else's either.
        if (entry.type == QLatin1String("table") && entry.root > 0 && !m_tables.contains(entry.name))
            btree::walk(m_image, entry.root, true, m_reached);
    }
    for (quint32 number = 2; number <= m_image.pageCount(); ++number) {
        if (!m_reached[number])
            giveAway(number, shapes);
    }
}

void SalvageSource::walkTable(SourceTable &table, const QString &name)
{
    for (const Entry &entry : m_schema) {
        if (entry.type == QLatin1String("table") && entry.name == name) {
            auto tree = btree::walk(m_image, entry.root, true, m_reached);
            table.leaves = std::move(tree.leaves);
            table.whole = tree.whole;
        } else if (entry.type == QLatin1String("index") && entry.table == name) {
            const bool isWhole = readIndex(entry.root, table.known);
            const bool isOfAll = !entry.sql.contains(QLatin1String(" WHERE "));
            table.knowsAll = table.knowsAll || (isWhole && isOfAll);
        }
    }
}

bool SalvageSource::readIndex(quint32 root, std::set<qint64> &ids)
{
    auto tree = btree::walk(m_image, root, false, m_reached);
    auto pages = std::move(tree.leaves);
    pages.insert(pages.end(), tree.interiors.begin(), tree.interiors.end());
    bool whole = tree.whole;
    for (const quint32 number : pages) {
        for (const btree::Row &entry : btree::readRows(m_image, *btree::readPage(m_image, number))) {
            if (entry.values && !entry.values->isEmpty())
                ids.insert(entry.values->last().toLongLong());
            else
                whole = false;
        }
    }
    return whole;
}

void SalvageSource::giveAway(quint32 number, const std::vector<TableShape> &shapes)
{
    const auto page = btree::readPage(m_image, number);
    if (!page || page->kind != btree::Kind::TableLeaf)
        return;
    const auto rows = btree::readRows(m_image, *page);
    SourceTable *best = nullptr;
    qsizetype bestKnown = -1;
    for (const TableShape &shape : shapes) {
        SourceTable &table = m_tables[shape.name];
        if (table.whole || rows.empty())
            continue;
        const bool fits = std::all_of(rows.begin(), rows.end(), [&](const btree::Row &row) {
            return !row.values || shape.fits(*row.values);
        });
        const auto known = std::count_if(rows.begin(), rows.end(),
                                         [&](const btree::Row &row) { return table.known.contains(row.id); });
        if (fits && known > bestKnown && !(table.knowsAll && known == 0)) {
            best = &table;
            bestKnown = known;
        }
    }
    if (best) {
        m_reached[number] = true;
        best->leaves.push_back(number);
    }
}

const SourceTable &SalvageSource::table(const QString &name) const
{
    static const SourceTable nothing;
    const auto found = m_tables.find(name);
    return found == m_tables.end() ? nothing : found->second;
}

} // namespace rapport::storage
