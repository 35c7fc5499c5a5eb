// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/driver/Schema.h"

#include <algorithm>

#include <QList>
#include <QSqlField>

#include "core/storage/driver/Column.h"

namespace rapport::storage {
namespace {

struct TableColumn
{
    QSqlField field;
    int placeInKey; ///< 1 is the first, 0 is not in it
};

QChar closingOf(QChar opening)
{
    if (opening == u'[')
        return u']';
    return opening == u'"' || opening == u'`' ? opening : QChar();
}

/// Reads one part of a name from a place on, and moves the place behind it.
QString namePart(QStringView written, qsizetype &place)
{
    QString part;
    const QChar closing = place < written.size() ? closingOf(written.at(place)) : QChar();
    if (closing.isNull() || written.indexOf(closing, place + 1) < 0) {
        const qsizetype dot = written.indexOf(u'.', place);
        const qsizetype end = dot < 0 ? written.size() : dot;
        part = written.sliced(place, end - place).toString();
        place = end;
        return part;
    }
    for (++place; place < written.size(); ++place) {
        if (written.at(place) == closing) {
            const bool doubled =
                closing != u']' && place + 1 < written.size() && written.at(place + 1) == closing;
            if (!doubled)
                break;
            ++place;
        }
        part += written.at(place);
    }
    ++place;
    return part;
}

/// A default value as a person would write it: without the quotes of SQL.
QString plainDefault(const QString &expression)
{
    const qsizetype end = expression.lastIndexOf(u'\'');
    if (!expression.startsWith(u'\'') || end < 1)
        return expression;
    return expression.sliced(1, end - 1).replace(QStringLiteral("''"), QStringLiteral("'"));
}

enum Field { Name, Type, NotNull, Default, PlaceInKey, Hidden, HasKeyIndex };

TableColumn columnFrom(const QSqlQuery &query, const QString &tableName)
{
    constexpr int GeneratedVirtual = 2;
    constexpr int GeneratedStored = 3;
    QSqlField field(query.value(Name).toString(), declaredType(query.value(Type).toString()), tableName);
    field.setRequired(query.value(NotNull).toBool());
    field.setDefaultValue(plainDefault(query.value(Default).toString()));
    const int hidden = query.value(Hidden).toInt();
    field.setReadOnly(hidden == GeneratedVirtual || hidden == GeneratedStored);
    return {field, query.value(PlaceInKey).toInt()};
}

/// A key of one INTEGER column is another name for the rowid, which SQLite
/// fills in, unless the key has an index of its own (WITHOUT ROWID, or the odd
/// INTEGER PRIMARY KEY DESC).
void markRowidAlias(QList<TableColumn> &columns, const QStringList &types, bool hasKeyIndex)
{
    const auto inKey = [](const TableColumn &column) { return column.placeInKey > 0; };
    if (hasKeyIndex || std::count_if(columns.cbegin(), columns.cend(), inKey) != 1)
        return;
    const auto key = std::find_if(columns.begin(), columns.end(), inKey);
    if (types.at(key - columns.begin()).compare(u"integer", Qt::CaseInsensitive) == 0)
        key->field.setAutoValue(true);
}

QList<TableColumn> tableColumns(QSqlQuery &query, const QString &written)
{
    const TableName name = TableName::parse(written);
    // Fields name their table as it was asked for, as Qt's driver does.
    const QString shown = name.schema.isNull() && written.startsWith(u'"') ? name.table : written;
    QList<TableColumn> columns;
    QStringList types;
    bool hasKeyIndex = false;
    query.setForwardOnly(true);
    // Hidden columns of virtual tables (1) are no part of SELECT *.
    query.prepare(QStringLiteral("SELECT name, type, \"notnull\", dflt_value, pk, hidden, "
                                 "EXISTS (SELECT 1 FROM pragma_index_list(?1, ?2) WHERE origin = 'pk') "
                                 "FROM pragma_table_xinfo(?1, ?2) WHERE hidden <> 1"));
    query.addBindValue(name.table);
    query.addBindValue(name.schema);
    query.exec();
    while (query.next()) {
        columns.append(columnFrom(query, shown));
        types.append(query.value(Type).toString());
        hasKeyIndex = query.value(HasKeyIndex).toBool();
    }
    markRowidAlias(columns, types, hasKeyIndex);
    return columns;
}

} // namespace

TableName TableName::parse(const QString &written)
{
    qsizetype place = 0;
    const QString first = namePart(written, place);
    if (place >= written.size() || written.at(place) != u'.')
        return {QString(), first};
    // What follows the first dot is the table, further dots and all.
    ++place;
    const qsizetype start = place;
    const QString second = namePart(written, place);
    return {first, place == written.size() ? second : written.sliced(start)};
}

QString escapedIdentifier(const QString &identifier, bool isTable)
{
    const bool quoted = identifier.size() > 1 && !closingOf(identifier.front()).isNull() &&
                        identifier.endsWith(closingOf(identifier.front()));
    if (identifier.isEmpty() || quoted || (identifier.contains(u'[') && identifier.contains(u']')))
        return identifier;
    QString escaped = identifier;
    escaped.replace(u'"', QStringLiteral("\"\""));
    if (isTable)
        escaped.replace(u'.', QStringLiteral("\".\""));
    return u'"' + escaped + u'"';
}

QStringList tableNames(QSqlQuery query, QSql::TableType type)
{
    QStringList kinds;
    if (type & QSql::Tables)
        kinds << QStringLiteral("'table'");
    if (type & QSql::Views)
        kinds << QStringLiteral("'view'");

    QStringList names;
    query.setForwardOnly(true);
    query.exec(QStringLiteral("SELECT name FROM sqlite_master WHERE type IN (%1) "
                              "UNION ALL SELECT name FROM sqlite_temp_master WHERE type IN (%1)")
                   .arg(kinds.join(u',')));
    while (query.next())
        names.append(query.value(0).toString());
    if (type & QSql::SystemTables)
        names.append(QStringLiteral("sqlite_master"));
    return names;
}

QSqlRecord tableRecord(QSqlQuery query, const QString &table)
{
    QSqlRecord record;
    const auto columns = tableColumns(query, table);
    for (const TableColumn &column : columns)
        record.append(column.field);
    return record;
}

QSqlIndex tablePrimaryIndex(QSqlQuery query, const QString &table)
{
    auto columns = tableColumns(query, table);
    std::stable_sort(columns.begin(), columns.end(),
                     [](const TableColumn &a, const TableColumn &b) { return a.placeInKey < b.placeInKey; });
    QSqlIndex index;
    for (const TableColumn &column : std::as_const(columns)) {
        if (column.placeInKey > 0)
            index.append(column.field);
    }
    return index;
}

} // namespace rapport::storage
