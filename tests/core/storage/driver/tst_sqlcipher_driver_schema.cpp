// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// What the driver says of tables, columns and keys, beyond what Qt's own says
// (for that see the twin test).
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlRecord>
#include <QTest>

#include "core/storage/driver/Schema.h"
#include "tests/core/storage/driver/Connections.h"

using namespace Qt::StringLiterals;
using rapport::storage::TableName;
using rapport::storage::test::OpenDatabase;

class tst_sqlcipher_driver_schema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNamesApart_data();
    void takesNamesApart();
    void findsTables_data();
    void findsTables();
    void findsRowidAliases_data();
    void findsRowidAliases();
    void ordersKeysAsDeclared();
    void showsGeneratedColumns();
    void unquotesDefaults();
    void readsColumnsOfQueries();
    void staysQuietWhileClosed();
};

void tst_sqlcipher_driver_schema::takesNamesApart_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("table");
    const QString none;
    QTest::newRow("bare") << u"t"_s << none << u"t"_s;
    QTest::newRow("schema") << u"main.t"_s << u"main"_s << u"t"_s;
    QTest::newRow("quoted") << u"\"a b\""_s << none << u"a b"_s;
    QTest::newRow("quoted dot") << u"\"a.b\""_s << none << u"a.b"_s;
    QTest::newRow("doubled quotes") << u"\"a\"\"b\""_s << none << u"a\"b"_s;
    QTest::newRow("both quoted") << u"\"s.x\".\"a.b\""_s << u"s.x"_s << u"a.b"_s;
    QTest::newRow("brackets") << u"[a.b]"_s << none << u"a.b"_s;
    QTest::newRow("schema and brackets") << u"main.[a b]"_s << u"main"_s << u"a b"_s;
    QTest::newRow("ticks") << u"`a.b`"_s << none << u"a.b"_s;
    QTest::newRow("quote inside") << u"a\"b"_s << none << u"a\"b"_s;
    QTest::newRow("unclosed quote") << u"\"a"_s << none << u"\"a"_s;
    QTest::newRow("two dots") << u"s.a.b"_s << u"s"_s << u"a.b"_s;
    QTest::newRow("empty") << u""_s << none << u""_s;
}

void tst_sqlcipher_driver_schema::takesNamesApart()
{
    QFETCH(QString, written);
    QFETCH(QString, schema);
    QFETCH(QString, table);
    const TableName name = TableName::parse(written);
    QCOMPARE(name.schema, schema);
    QCOMPARE(name.schema.isNull(), schema.isNull()); // NULL means: in whichever schema
    QCOMPARE(name.table, table);
}

void tst_sqlcipher_driver_schema::findsTables_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("firstColumn");
    QTest::newRow("main") << u"t"_s << u"in_main"_s;
    QTest::newRow("main, named") << u"main.t"_s << u"in_main"_s;
    QTest::newRow("attached") << u"side.t"_s << u"in_side"_s;
    QTest::newRow("attached, quoted") << u"\"side\".\"t\""_s << u"in_side"_s;
    QTest::newRow("attached, found without its schema") << u"only"_s << u"in_only"_s;
    QTest::newRow("temporary hides main") << u"hidden"_s << u"in_temp"_s;
    QTest::newRow("hidden, named") << u"main.hidden"_s << u"in_hidden"_s;
    QTest::newRow("dotted, quoted") << u"\"a.b\""_s << u"dotted"_s;
    QTest::newRow("quote inside") << u"say \"x\""_s << u"said"_s;
    QTest::newRow("view") << u"v"_s << u"seen"_s;
    QTest::newRow("not there") << u"side.nowhere"_s << QString();
    QTest::newRow("no injection") << u"t) ; DROP TABLE t; --"_s << QString();
}

void tst_sqlcipher_driver_schema::findsTables()
{
    QFETCH(QString, asked);
    QFETCH(QString, firstColumn);
    const OpenDatabase db;
    for (const auto &statement :
         {u"ATTACH ':memory:' AS side"_s, u"CREATE TABLE t (in_main)"_s, u"CREATE TABLE side.t (in_side)"_s,
          u"CREATE TABLE side.only (in_only)"_s, u"CREATE TABLE hidden (in_hidden)"_s,
          u"CREATE TEMP TABLE hidden (in_temp)"_s, u"CREATE TABLE \"a.b\" (dotted)"_s,
          u"CREATE TABLE \"say \"\"x\"\"\" (said)"_s, u"CREATE VIEW v AS SELECT in_main AS seen FROM t"_s})
        db.run(statement);
    QCOMPARE((*db).record(asked).fieldName(0), firstColumn);
    QCOMPARE((*db).tables().count(u"t"_s), 1);
    QVERIFY((*db).tables(QSql::Views) == QStringList{u"v"_s});
}

void tst_sqlcipher_driver_schema::findsRowidAliases_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<bool>("automatic");
    QTest::newRow("integer key") << u"(id INTEGER PRIMARY KEY)"_s << true;
    QTest::newRow("any case") << u"(id iNtEgEr PRIMARY KEY)"_s << true;
    QTest::newRow("key named below") << u"(v, id INTEGER, PRIMARY KEY (id))"_s << true;
    QTest::newRow("int key") << u"(id INT PRIMARY KEY)"_s << false;
    QTest::newRow("descending") << u"(id INTEGER PRIMARY KEY DESC)"_s << false;
    QTest::newRow("without rowid") << u"(id INTEGER PRIMARY KEY) WITHOUT ROWID"_s << false;
    QTest::newRow("two columns") << u"(id INTEGER, v, PRIMARY KEY (id, v))"_s << false;
    QTest::newRow("no key") << u"(id INTEGER)"_s << false;
}

void tst_sqlcipher_driver_schema::findsRowidAliases()
{
    QFETCH(QString, columns);
    QFETCH(bool, automatic);
    const OpenDatabase db;
    db.run(u"CREATE TABLE t "_s + columns);
    QCOMPARE((*db).record(u"t"_s).field(u"id"_s).isAutoValue(), automatic);
}

void tst_sqlcipher_driver_schema::ordersKeysAsDeclared()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (a TEXT, b INT, c, PRIMARY KEY (c, a))"_s);
    const QSqlIndex key = (*db).primaryIndex(u"t"_s);
    QCOMPARE(key.count(), 2);
    QCOMPARE(key.fieldName(0), u"c"_s);
    QCOMPARE(key.fieldName(1), u"a"_s);
}

void tst_sqlcipher_driver_schema::showsGeneratedColumns()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (a INT, b INT AS (a + 1), c INT AS (a * 2) STORED)"_s);
    const QSqlRecord record = (*db).record(u"t"_s);
    QCOMPARE(record.count(), 3);
    QVERIFY(!record.field(0).isReadOnly());
    QVERIFY(record.field(1).isReadOnly());
    QVERIFY(record.field(2).isReadOnly());
}

void tst_sqlcipher_driver_schema::unquotesDefaults()
{
    const OpenDatabase db;
    db.run(
        u"CREATE TABLE t (a DEFAULT 'it''s', b DEFAULT \"word\", c DEFAULT -5, d DEFAULT (1 || 'x'), e)"_s);
    const QSqlRecord record = (*db).record(u"t"_s);
    QCOMPARE(record.field(0).defaultValue().toString(), u"it's"_s);
    QCOMPARE(record.field(2).defaultValue().toString(), u"-5"_s);
    QCOMPARE(record.field(3).defaultValue().toString(), u"1 || 'x'"_s);
    QVERIFY(record.field(4).defaultValue().toString().isEmpty());
}

void tst_sqlcipher_driver_schema::readsColumnsOfQueries()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (id INTEGER PRIMARY KEY, \"odd \"\"name\"\"\" BLOB)"_s);
    db.run(u"INSERT INTO t VALUES (1, x'00')"_s);
    const QSqlQuery query(u"SELECT rowid, \"odd \"\"name\"\"\", id + 1 AS next FROM t AS other"_s, *db);
    const QSqlRecord record = query.record();
    QCOMPARE(record.count(), 3);
    QCOMPARE(record.field(0).metaType().id(), int(QMetaType::Int));
    QCOMPARE(record.field(0).tableName(), u"t"_s);
    QCOMPARE(record.fieldName(1), u"odd name"_s); // without quotes, as Qt's driver
    QCOMPARE(record.field(1).metaType().id(), int(QMetaType::QByteArray));
    QCOMPARE(record.fieldName(2), u"next"_s);
    QCOMPARE(record.field(2).tableName(), QString());
}

void tst_sqlcipher_driver_schema::staysQuietWhileClosed()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (a)"_s);
    QSqlDatabase database = *db;
    database.close();
    QVERIFY(database.tables(QSql::AllTables).isEmpty());
    QVERIFY(database.record(u"t"_s).isEmpty());
    QVERIFY(database.primaryIndex(u"t"_s).isEmpty());
}

QTEST_GUILESS_MAIN(tst_sqlcipher_driver_schema)
#include "tst_sqlcipher_driver_schema.moc"
