// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/TableShape.h"

#include <algorithm>

#include <QHash>

#include "core/storage/Schema.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

namespace {

bool hasType(const QVariant &value, const QString &type)
{
    if (type == QLatin1String("TEXT"))
        return value.typeId() == QMetaType::QString;
    if (type == QLatin1String("BLOB"))
        return value.typeId() == QMetaType::QByteArray;
    // A REAL without a fraction is stored as an integer.
    return value.typeId() == QMetaType::LongLong ||
           (type == QLatin1String("REAL") && value.typeId() == QMetaType::Double);
}

Result<TableShape> readShape(const Database &database, const QString &name)
{
    const auto parents =
        collect(database, QStringLiteral("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)"),
                {name}, [](const QSqlQuery &query) -> Result<std::pair<QString, QString>> {
                    return std::pair{query.value(0).toString(), query.value(1).toString()};
                });
    if (!parents)
        return tl::unexpected(parents.error());
    const auto columns = collect(
        database, QStringLiteral("SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?)"),
        {name}, [&](const QSqlQuery &query) -> Result<TableShape::Column> {
            TableShape::Column column;
            column.name = query.value(0).toString();
            column.type = query.value(1).toString();
            column.mayBeNull = query.value(2).toInt() == 0;
            column.hasDefault = !query.isNull(3);
            column.isRowId = query.value(4).toInt() == 1 && column.type == QLatin1String("INTEGER");
            for (const auto &[from, table] : *parents) {
                if (from == column.name)
                    column.parent = table;
            }
            return column;
        });
    if (!columns)
        return tl::unexpected(columns.error());
    return TableShape{name, {columns->begin(), columns->end()}};
}

bool waitsFor(const TableShape &shape, const std::vector<TableShape> &others)
{
    return std::any_of(shape.columns.begin(), shape.columns.end(), [&](const TableShape::Column &column) {
        return column.parent != shape.name &&
               std::any_of(others.begin(), others.end(),
                           [&](const TableShape &other) { return other.name == column.parent; });
    });
}

std::vector<TableShape> parentsFirst(std::vector<TableShape> shapes)
{
    std::vector<TableShape> ordered;
    while (!shapes.empty()) {
        auto next = std::find_if(shapes.begin(), shapes.end(),
                                 [&](const TableShape &shape) { return !waitsFor(shape, shapes); });
        if (next == shapes.end())
            next = shapes.begin(); // a circle; there is none
        ordered.push_back(std::move(*next));
        shapes.erase(next);
    }
    return ordered;
}

} // namespace

bool TableShape::fits(const QVariantList &values) const
{
    if (values.isEmpty() || static_cast<std::size_t>(values.size()) > columns.size())
        return false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column &column = columns[i];
        if (i >= static_cast<std::size_t>(values.size())) {
            if (!column.mayBeNull && !column.hasDefault)
                return false;
            continue;
        }
        const QVariant &value = values.at(static_cast<qsizetype>(i));
        const bool isNull = !value.isValid();
        if (column.isRowId ? !isNull : isNull ? !column.mayBeNull : !hasType(value, column.type))
            return false;
    }
    return true;
}

Result<std::vector<TableShape>> readShapes(const Database &database)
{
    const auto names =
        collect(database,
                QStringLiteral("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                               "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"),
                {}, [](const QSqlQuery &query) -> Result<QString> { return query.value(0).toString(); });
    if (!names)
        return tl::unexpected(names.error());
    std::vector<TableShape> shapes;
    for (const QString &name : *names) {
        if (isDerived(name))
            continue;
        auto shape = readShape(database, name);
        if (!shape)
            return tl::unexpected(shape.error());
        shapes.push_back(std::move(*shape));
    }
    return parentsFirst(std::move(shapes));
}

} // namespace rapport::storage
