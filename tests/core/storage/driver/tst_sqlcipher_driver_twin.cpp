// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// A user of Qt Sql should not notice that this is not Qt's own driver: the same
// steps through both, and all that can be seen from outside compared. It also
// shows that libsqlite3 (loaded by Qt's plugin) and libsqlcipher live side by
// side in one process.
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlRecord>
#include <QSqlResult>
#include <QTest>

#include "tests/core/storage/driver/Connections.h"

using namespace Qt::StringLiterals;
using rapport::storage::test::OpenDatabase;

namespace {

QString shown(const QVariant &value)
{
    const QString type = QString::fromLatin1(value.metaType().name());
    if (value.isNull())
        return type + u" null"_s;
    if (value.typeId() == QMetaType::QByteArray)
        return type + u' ' + QString::fromLatin1(value.toByteArray().toHex());
    return type + u' ' + value.toString();
}

QString shown(const QSqlError &error)
{
    return u"error %1 | %2 | %3 | %4"_s.arg(error.type())
        .arg(error.driverText(), error.databaseText(), error.nativeErrorCode());
}

QString shown(const QSqlField &field)
{
    return u"field %1 %2 %3 required %4 auto %5 default %6"_s
        .arg(field.name(), QString::fromLatin1(field.metaType().name()), field.tableName())
        .arg(field.requiredStatus())
        .arg(field.isAutoValue())
        .arg(shown(field.defaultValue()));
}

QStringList shown(const QSqlRecord &record)
{
    QStringList lines;
    for (int i = 0; i < record.count(); ++i)
        lines << shown(record.field(i));
    return lines;
}

QString place(const QSqlQuery &query)
{
    return u"at %1 valid %2 active %3 select %4 size %5 value %6"_s.arg(query.at())
        .arg(query.isValid())
        .arg(query.isActive())
        .arg(query.isSelect())
        .arg(query.size())
        .arg(query.isValid() ? shown(query.value(0)) : QString());
}

/// Qt's own driver changed its mind about a few names after 6.4; it no longer
/// doubles a quote inside a name, for one. Ours answers the same on every Qt.
constexpr bool LaterQt = QT_VERSION >= QT_VERSION_CHECK(6, 5, 0);

/// The moves of a table row, one letter each.
QString moved(QSqlQuery &query, QChar move)
{
    bool ok = false;
    switch (move.unicode()) {
    case 'n':
        ok = query.next();
        break;
    case 'p':
        ok = query.previous();
        break;
    case 'f':
        ok = query.first();
        break;
    case 'l':
        ok = query.last();
        break;
    case 'x':
        ok = query.exec();
        break;
    case 'e':
        query.finish();
        break;
    case '+':
        ok = query.seek(2, true);
        break;
    case '-':
        ok = query.seek(-2, true);
        break;
    default:
        ok = query.seek(move.digitValue());
        break;
    }
    return u"%1 %2 %3"_s.arg(move).arg(ok).arg(place(query));
}

} // namespace

class tst_sqlcipher_driver_twin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoLibrariesInOneProcess();
    void statements_data();
    void statements();
    void moves_data();
    void moves();
    void schemas_data();
    void schemas();
    void identifiers_data();
    void identifiers();
    void features();
};

void tst_sqlcipher_driver_twin::initTestCase()
{
    QVERIFY2(QSqlDatabase::isDriverAvailable(u"QSQLITE"_s), "this test needs Qt's own SQLite plugin");
}

void tst_sqlcipher_driver_twin::twoLibrariesInOneProcess()
{
    const OpenDatabase stock(u":memory:"_s, QString(), u"QSQLITE"_s);
    const OpenDatabase ours;
    QVERIFY(!ours.run(u"PRAGMA cipher_version"_s).toString().isEmpty());
    QVERIFY(stock.run(u"PRAGMA cipher_version"_s).toString().isEmpty());
}

static QStringList statementSeen(const QString &driver, const QString &setup, const QString &statement,
                                 const QVariantList &bound)
{
    const OpenDatabase db(u":memory:"_s, QString(), driver);
    for (const QString &line : setup.split(u';', Qt::SkipEmptyParts))
        db.run(line);
    QStringList seen;
    QSqlQuery query(*db);
    const bool prepared = query.prepare(statement);
    seen << u"prepared %1"_s.arg(prepared) << shown(query.lastError());
    for (const QVariant &value : bound)
        query.addBindValue(value);
    const bool ran = query.exec();
    seen << u"ran %1"_s.arg(ran) << shown(query.lastError()) << place(query) << shown(query.record());
    seen << shown(query.lastInsertId()) << QString::number(query.numRowsAffected());
    while (query.next()) {
        for (int i = 0; i < query.record().count(); ++i)
            seen << shown(query.value(i)) + (query.isNull(i) ? u" NULL"_s : QString());
    }
    seen << shown(query.lastError()) << place(query) << query.lastQuery();
    return seen;
}

void tst_sqlcipher_driver_twin::statements_data()
{
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QVariantList>("bound");

    const QString table = u"CREATE TABLE t (i INTEGER PRIMARY KEY, \"odd name\" TEXT UNIQUE, r REAL, b BLOB, "
                          "f BOOLEAN, n NUMERIC(9,2), d DATE, u, CHECK (r < 100));"
                          "INSERT INTO t VALUES (1, 'a', 0.5, x'00ff', 1, 2.25, '2026-01-01', NULL);"
                          "INSERT INTO t VALUES (2, '', NULL, x'', 0, 3, NULL, 7)"_s;
    const auto row = [&](const char *name, const QString &statement, const QVariantList &bound = {}) {
        QTest::newRow(name) << table << statement << bound;
    };
    row("select all", u"SELECT * FROM t"_s);
    row("expressions", u"SELECT 1, 1.5, 'x', x'01', NULL, count(*), max(i), \"odd name\" || 'x' FROM t"_s);
    row("aliases", u"SELECT i AS \"quoted alias\", rowid, _rowid_, oid, t.\"odd name\" FROM t"_s);
    row("no rows", u"SELECT i, \"odd name\", i + 1 FROM t WHERE 0"_s);
    row("bound", u"SELECT * FROM t WHERE i = ? OR \"odd name\" = ?"_s, {2, u"a"_s});
    row("types bound", u"SELECT ? a, ? b, ? c, ? d, ? e, ? f, ? g"_s,
        {1, 2LL, 2.5, true, u"é"_s, QByteArray("\0b", 2), QDate(2026, 1, 2)});
    row("nulls bound", u"SELECT ? a, ? b, ? c, ? d"_s, {QVariant(), QString(), u""_s, QByteArray()});
    row("insert", u"INSERT INTO t (\"odd name\") VALUES (?)"_s, {u"new"_s});
    row("insert two", u"INSERT INTO t (\"odd name\") VALUES ('p'), ('q')"_s);
    row("update all", u"UPDATE t SET r = 1"_s);
    row("update none", u"UPDATE t SET r = 1 WHERE i = 99"_s);
    row("delete", u"DELETE FROM t WHERE i = 1"_s);
    row("delete all", u"DELETE FROM t"_s);
    row("create", u"CREATE TABLE other (a)"_s);
    row("pragma", u"PRAGMA user_version"_s);
    row("pragma set", u"PRAGMA user_version = 3"_s);
    row("explain", u"EXPLAIN QUERY PLAN SELECT * FROM t WHERE i = 1"_s);
    row("unique violated", u"INSERT INTO t (\"odd name\") VALUES ('a')"_s);
    row("primary key violated", u"INSERT INTO t (i) VALUES (1)"_s);
    row("check violated", u"INSERT INTO t (r) VALUES (200)"_s);
    row("type violated", u"INSERT INTO t (i) VALUES ('x')"_s);
    row("syntax error", u"SELEC 1"_s);
    row("unknown table", u"SELECT * FROM nowhere"_s);
    row("unknown column", u"SELECT nothing FROM t"_s);
    row("unfinished", u"SELECT ("_s);
    row("two statements", u"SELECT 1; SELECT 2"_s);
    row("statement and comment", u"SELECT 1; -- done"_s);
    row("trailing semicolon and space", u"SELECT 1 ; \n\t"_s);
    row("comment before", u"-- first\nSELECT 1"_s);
    row("only a comment", u"-- nothing"_s);
    row("error in a later row",
        u"SELECT abs(v) FROM (SELECT 1 AS v UNION ALL SELECT -9223372036854775808)"_s);
    row("too few bound", u"SELECT ?, ?"_s, {1});
    row("too many bound", u"SELECT ?"_s, {1, 2});
    row("begin inside", u"BEGIN"_s);
    row("commit without begin", u"COMMIT"_s);
    row("release without savepoint", u"RELEASE nowhere"_s);
    row("attach", u"ATTACH ':memory:' AS side"_s);
    row("big numbers",
        u"SELECT 9223372036854775807, -9223372036854775808, 9223372036854775808, 1e308 * 10"_s);
}

void tst_sqlcipher_driver_twin::statements()
{
    QFETCH(QString, setup);
    QFETCH(QString, statement);
    QFETCH(QVariantList, bound);
    const QStringList stock = statementSeen(u"QSQLITE"_s, setup, statement, bound);
    QCOMPARE(statementSeen(u"QSQLCIPHER"_s, setup, statement, bound), stock);
}

static QStringList movesSeen(const QString &driver, int rows, bool forwardOnly, const QString &moves)
{
    const OpenDatabase db(u":memory:"_s, QString(), driver);
    QSqlQuery query(*db);
    query.setForwardOnly(forwardOnly);
    query.prepare(u"WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT %1) "
                  "SELECT i FROM n WHERE %1 > 0"_s.arg(rows));
    query.exec();
    QStringList seen{place(query)};
    for (QChar move : moves)
        seen << moved(query, move);
    return seen;
}

void tst_sqlcipher_driver_twin::moves_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("forwardOnly");
    QTest::addColumn<QString>("moves");
    // next previous first last, x exec, e finish, + and - two rows on or back, digits seek
    const QStringList ways{u"nnnnn"_s, u"npnpnnnnp"_s, u"f"_s,        u"lnp"_s,  u"lpppp"_s, u"3n1p0p"_s,
                           u"9p9n"_s,  u"+-+n+"_s,     u"nexn"_s,     u"xnxn"_s, u"ne"_s,    u"nnnnnx0"_s,
                           u"2200n"_s, u"l-n"_s,       u"nnnnnpnl"_s, u"fnfl"_s, u"p"_s,     u"nfl"_s};
    for (int rows : {0, 1, 4}) {
        for (bool forwardOnly : {false, true}) {
            for (const QString &way : ways) {
                // Qt's driver claims to have moved to the last of no rows.
                if (rows == 0 && forwardOnly && way.contains(u'l'))
                    continue;
                // Qt's driver starts its statement anew when it is asked for more
                // after a forward-only seek beyond the end.
                if (rows == 1 && forwardOnly && way.startsWith(u'+'))
                    continue;
                QTest::addRow("%d rows, %s, %s", rows, forwardOnly ? "forward only" : "random",
                              qPrintable(way))
                    << rows << forwardOnly << way;
            }
        }
    }
}

void tst_sqlcipher_driver_twin::moves()
{
    QFETCH(int, rows);
    QFETCH(bool, forwardOnly);
    QFETCH(QString, moves);
    const QStringList stock = movesSeen(u"QSQLITE"_s, rows, forwardOnly, moves);
    QCOMPARE(movesSeen(u"QSQLCIPHER"_s, rows, forwardOnly, moves), stock);
}

static QStringList schemaSeen(const QString &driver, const QString &setup, const QString &table)
{
    const OpenDatabase db(u":memory:"_s, QString(), driver);
    for (const QString &line : setup.split(u';', Qt::SkipEmptyParts))
        db.run(line);
    QStringList seen = shown((*db).record(table)) << u"key"_s << shown((*db).primaryIndex(table));
    for (auto type : {QSql::Tables, QSql::Views, QSql::SystemTables, QSql::AllTables})
        seen << u"tables %1: "_s.arg(type) + (*db).tables(type).join(u',');
    return seen;
}

void tst_sqlcipher_driver_twin::schemas_data()
{
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("table");
    const auto row = [](const char *name, const QString &setup, const QString &table) {
        QTest::newRow(name) << setup << table;
    };
    row("all types",
        u"CREATE TABLE t (a INTEGER, b INT, c BIGINT, d REAL, e DOUBLE, f FLOAT, g NUMERIC(8,2), "
        "h TEXT, i VARCHAR(9), j BLOB, k BOOLEAN, l BOOL, m DATE, n DATETIME, o)"_s,
        u"t"_s);
    row("rowid alias", u"CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v)"_s, u"t"_s);
    row("int key", u"CREATE TABLE t (id INT PRIMARY KEY, v)"_s, u"t"_s);
    row("text key", u"CREATE TABLE t (v, id TEXT PRIMARY KEY NOT NULL)"_s, u"t"_s);
    row("two keys", u"CREATE TABLE t (a TEXT, b TEXT, v, PRIMARY KEY (a, b))"_s, u"t"_s);
    row("no key", u"CREATE TABLE t (v)"_s, u"t"_s);
    row("required and defaults",
        u"CREATE TABLE t (a TEXT NOT NULL DEFAULT 'x y', b INT DEFAULT 5, "
        "c DEFAULT CURRENT_TIMESTAMP, d DEFAULT NULL, e DEFAULT '', f DEFAULT (1+2))"_s,
        u"t"_s);
    row("view",
        u"CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); CREATE VIEW w AS SELECT a, b, a+1 AS c FROM t"_s,
        u"w"_s);
    row("temporary", u"CREATE TEMP TABLE t (a)"_s, u"t"_s);
    row("full text", u"CREATE VIRTUAL TABLE t USING fts5(words, more)"_s, u"t"_s);
    row("system table", u"CREATE TABLE t (a)"_s, u"sqlite_master"_s);
    row("not there", u"CREATE TABLE t (a)"_s, u"u"_s);
    row("empty name", u"CREATE TABLE t (a)"_s, QString());
    row("other case", u"CREATE TABLE Mixed (a)"_s, u"mIXED"_s);
    row("quoted", u"CREATE TABLE \"a b\" (\"c d\" TEXT)"_s, u"\"a b\""_s);
    row("spaces, not quoted", u"CREATE TABLE \"a b\" (\"c d\" TEXT)"_s, u"a b"_s);
    row("schema", u"ATTACH ':memory:' AS side; CREATE TABLE side.t (a INTEGER PRIMARY KEY)"_s, u"side.t"_s);
    row("keyword", u"CREATE TABLE \"select\" (\"from\" INT)"_s, u"select"_s);
    row("apostrophe", u"CREATE TABLE \"it's\" (a)"_s, u"it's"_s);
    row("bracketed dot", u"CREATE TABLE [a.b] (c)"_s, u"[a.b]"_s);
}

void tst_sqlcipher_driver_twin::schemas()
{
    QFETCH(QString, setup);
    QFETCH(QString, table);
    const QStringList ours = schemaSeen(u"QSQLCIPHER"_s, setup, table);
    if (LaterQt && table == u"\"a b\""_s) {
        // Stock now shows the quotes in the field's table; ours is the plain name's.
        QCOMPARE(ours, schemaSeen(u"QSQLCIPHER"_s, setup, u"a b"_s));
        return;
    }
    if (LaterQt && table == u"side.t"_s) {
        // Stock no longer finds the table of an attached database; ours does.
        QVERIFY(ours.first().contains(u"field a"_s));
        return;
    }
    QCOMPARE(ours, schemaSeen(u"QSQLITE"_s, setup, table));
}

void tst_sqlcipher_driver_twin::identifiers_data()
{
    QTest::addColumn<QString>("identifier");
    for (const auto &name : {u""_s, u"a"_s, u"a b"_s, u"a.b"_s, u"\"a\""_s, u"\"a.b\""_s, u"[a]"_s,
                             u"[a].[b]"_s, u"a\"b"_s, u"it's"_s, u"é"_s})
        QTest::newRow(qPrintable(u"<%1>"_s.arg(name))) << name;
}

void tst_sqlcipher_driver_twin::identifiers()
{
    QFETCH(QString, identifier);
    const OpenDatabase stock(u":memory:"_s, QString(), u"QSQLITE"_s);
    const OpenDatabase ours;
    static const QHash<QString, QStringList> asBefore{
        // as a field, as a table, without delimiters
        {u"a.b"_s, {u"\"a.b\""_s, u"\"a\".\"b\""_s, u"a.b"_s}},
        {u"[a]"_s, {u"[a]"_s, u"[a]"_s, u"[a]"_s}},
        {u"[a].[b]"_s, {u"[a].[b]"_s, u"[a].[b]"_s, u"[a].[b]"_s}},
        {u"a\"b"_s, {u"\"a\"\"b\""_s, u"\"a\"\"b\""_s, u"a\"b"_s}},
    };
    if (LaterQt && asBefore.contains(identifier)) {
        const QSqlDriver *driver = (*ours).driver();
        QCOMPARE(QStringList({driver->escapeIdentifier(identifier, QSqlDriver::FieldName),
                              driver->escapeIdentifier(identifier, QSqlDriver::TableName),
                              driver->stripDelimiters(identifier, QSqlDriver::TableName)}),
                 asBefore.value(identifier));
        return;
    }
    for (auto type : {QSqlDriver::FieldName, QSqlDriver::TableName}) {
        QCOMPARE((*ours).driver()->escapeIdentifier(identifier, type),
                 (*stock).driver()->escapeIdentifier(identifier, type));
        QCOMPARE((*ours).driver()->stripDelimiters(identifier, type),
                 (*stock).driver()->stripDelimiters(identifier, type));
    }
}

void tst_sqlcipher_driver_twin::features()
{
    const OpenDatabase stock(u":memory:"_s, QString(), u"QSQLITE"_s);
    const OpenDatabase ours;
    for (int i = QSqlDriver::Transactions; i < QSqlDriver::CancelQuery; ++i) {
        const auto feature = static_cast<QSqlDriver::DriverFeature>(i);
        QCOMPARE((*ours).driver()->hasFeature(feature), (*stock).driver()->hasFeature(feature));
    }
    QVERIFY((*ours).driver()->hasFeature(QSqlDriver::CancelQuery)); // Qt's has not
    QCOMPARE((*ours).driver()->dbmsType(), QSqlDriver::SQLite);
    QCOMPARE((*ours).driver()->handle().typeName(), (*stock).driver()->handle().typeName());
    QSqlQuery query(u"SELECT 1"_s, *ours);
    QCOMPARE(query.result()->handle().typeName(), "sqlite3_stmt*");
}

QTEST_GUILESS_MAIN(tst_sqlcipher_driver_twin)
#include "tst_sqlcipher_driver_twin.moc"
