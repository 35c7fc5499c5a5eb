// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/Salvage.h"

#include <algorithm>
#include <numeric>
#include <set>

#include <QFile>
#include <QSqlError>

#include "core/storage/SalvageSource.h"
#include "core/storage/Schema.h"
#include "core/storage/SearchText.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

namespace {

// Shares of the whole, as it takes its time.
constexpr double afterReading = 0.2;
constexpr double afterCopying = 0.7;
constexpr double afterIndexing = 0.9;

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
}

/// Copies rows into an empty file of the same schema.
class Copier
{
public:
    Copier(const PageImage &image, const SalvageSource &source, const Database &target,
           const SalvageProgress &progress)
        : m_image(image)
        , m_source(source)
        , m_target(target)
        , m_progress(progress)
    {}

    Result<QList<SalvagedTable>> copy(const std::vector<TableShape> &shapes);

private:
    Result<SalvagedTable> copyTable(const TableShape &shape);
    Result<bool> copyRow(const TableShape &shape, QSqlQuery &insertion, const btree::Row &row);
    bool reachesParents(const TableShape &shape, QVariantList &values) const;
    bool goOn();

    const PageImage &m_image;
    const SalvageSource &m_source;
    const Database &m_target;
    const SalvageProgress &m_progress;
    std::map<QString, std::set<qint64>> m_saved; ///< ids, by table
    std::size_t m_pagesDone = 0;
    std::size_t m_pages = 0;
};

Result<QList<SalvagedTable>> Copier::copy(const std::vector<TableShape> &shapes)
{
    for (const TableShape &shape : shapes)
        m_pages += m_source.table(shape.name).leaves.size();
    QList<SalvagedTable> tables;
    for (const TableShape &shape : shapes) {
        const auto table = copyTable(shape);
        if (!table)
            return tl::unexpected(table.error());
        tables.append(*table);
    }
    return tables;
}

bool Copier::goOn()
{
    ++m_pagesDone;
    const double share = static_cast<double>(m_pagesDone) / static_cast<double>(m_pages);
    return !m_progress || m_progress(afterReading + share * (afterCopying - afterReading));
}

Result<SalvagedTable> Copier::copyTable(const TableShape &shape)
{
    const SourceTable &table = m_source.table(shape.name);
    std::set<qint64> missing = table.known;
    std::set<qint64> &saved = m_saved[shape.name];
    QSqlQuery insertion(m_target.sql());
    for (const quint32 number : table.leaves) {
        for (const btree::Row &row : btree::readRows(m_image, *btree::readPage(m_image, number))) {
            if (saved.contains(row.id))
                continue;
            missing.insert(row.id);
            const auto copied = copyRow(shape, insertion, row);
            if (!copied)
                return tl::unexpected(copied.error());
            if (*copied)
                saved.insert(row.id);
        }
        if (!goOn())
            return failed(Error::Interrupted);
    }
    for (const qint64 id : saved)
        missing.erase(id);
    return SalvagedTable{shape.name, static_cast<qint64>(saved.size()), static_cast<qint64>(missing.size()),
                         table.whole || table.knowsAll};
}

/// Whether the row is in the new file; an error is one of the file, not of the row.
Result<bool> Copier::copyRow(const TableShape &shape, QSqlQuery &insertion, const btree::Row &row)
{
    if (!row.values || !shape.fits(*row.values))
        return false;
    QVariantList values = *row.values;
    QStringList names;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto &column = shape.columns[static_cast<std::size_t>(i)];
        names += QLatin1Char('"') + column.name + QLatin1Char('"');
        if (column.isRowId)
            values[i] = row.id;
    }
    if (!reachesParents(shape, values))
        return false;
    const QString sql =
        QStringLiteral("INSERT INTO \"%1\" (%2) VALUES (%3)")
            .arg(shape.name, names.join(u','), QStringList(values.size(), QStringLiteral("?")).join(u','));
    if (insertion.lastQuery() != sql && !insertion.prepare(sql))
        return tl::unexpected(m_target.error(insertion.lastError()));
    for (qsizetype i = 0; i < values.size(); ++i)
        insertion.bindValue(static_cast<int>(i), values.at(i));
    if (insertion.exec())
        return true;
    const Error error = m_target.error(insertion.lastError());
    if (error.kind == Error::Refused)
        return false;
    return tl::unexpected(error);
}

/// Empties references to rows that are lost; false if one may not be empty.
bool Copier::reachesParents(const TableShape &shape, QVariantList &values) const
{
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto &column = shape.columns[static_cast<std::size_t>(i)];
        if (column.parent.isEmpty() || !values.at(i).isValid())
            continue;
        const auto parents = m_saved.find(column.parent);
        if (parents != m_saved.end() && parents->second.contains(values.at(i).toLongLong()))
            continue;
        if (!column.mayBeNull)
            return false;
        values[i] = QVariant();
    }
    return true;
}

/// Everything that a copy of the rows does not bring.
Result<void> finish(const QString &path, RawKey key, const SalvageProgress &progress)
{
    const auto database = Database::open(path, key, Database::Mode::Existing); // migrates an older one
    if (!database)
        return tl::unexpected(database.error());
    const auto goOn = [&] { return !progress || progress(afterCopying); };
    if (const auto indexed = inTransaction(**database, [&] { return rebuildSearch(**database, goOn); });
        !indexed)
        return indexed;
    if (progress && !progress(afterIndexing))
        return failed(Error::Interrupted);
    return (*database)->verify();
}

Result<SalvageReport> salvageInto(const PageImage &image, RawKey key, const QString &into,
                                  const SalvageProgress &progress)
{
    SalvageSource source(image);
    const int version = source.schemaVersion();
    if (version < 1)
        return failed(Error::Damaged);
    if (version > newestSchemaVersion())
        return failed(Error::TooNew);
    SalvageReport report{{}, image.pageCount(), image.badPages()};
    {
        const auto target = Database::createAt(into, key, version);
        if (!target)
            return tl::unexpected(target.error());
        const auto shapes = readShapes(**target);
        if (!shapes)
            return tl::unexpected(shapes.error());
        source.find(*shapes);
        Copier copier(image, source, **target, progress);
        auto tables = inTransaction(**target, [&] { return copier.copy(*shapes); });
        if (!tables)
            return tl::unexpected(tables.error());
        report.tables = std::move(*tables);
    }
    if (const auto done = finish(into, key, progress); !done)
        return tl::unexpected(done.error());
    return report;
}

} // namespace

qint64 SalvageReport::saved() const
{
    return std::accumulate(tables.begin(), tables.end(), qint64{0},
                           [](qint64 sum, const SalvagedTable &table) { return sum + table.saved; });
}

qint64 SalvageReport::lost() const
{
    return std::accumulate(tables.begin(), tables.end(), qint64{0},
                           [](qint64 sum, const SalvagedTable &table) { return sum + table.lost; });
}

bool SalvageReport::exact() const
{
    return std::all_of(tables.begin(), tables.end(), [](const SalvagedTable &table) { return table.exact; });
}

Result<SalvageReport> salvage(const QString &damaged, RawKey key, const QString &into,
                              const SalvageProgress &progress)
{
    if (QFile::exists(into))
        return failed(Error::Refused);
    const auto image = PageImage::read(damaged, key, into + QLatin1String("-scratch"));
    if (!image)
        return tl::unexpected(image.error());
    if (progress && !progress(afterReading))
        return failed(Error::Interrupted);
    auto report = salvageInto(*image, key, into, progress);
    if (!report) {
        QFile::remove(into + QLatin1String("-journal"));
        QFile::remove(into);
    }
    return report;
}

} // namespace rapport::storage
