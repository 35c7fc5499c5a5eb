// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// Reading rows, alone and under Qt's models, and what a statement says of itself.
#include <QSqlQueryModel>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QTest>

#include "tests/core/storage/driver/Connections.h"

using namespace Qt::StringLiterals;
using rapport::storage::test::OpenDatabase;

namespace {

void fill(const OpenDatabase &db, int rows)
{
    db.run(u"CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT, n INT)"_s);
    db.run(u"INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT %1) "
           "SELECT i, 'word ' || i, i * i FROM n"_s.arg(rows));
}

} // namespace

class tst_sqlcipher_driver_results : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsForwardOnly();
    void streamsForwardOnly();
    void readsAtRandom();
    void outlivesSetForwardOnly();
    void finishesAndRunsAgain();
    void freesLocksAtTheEnd();
    void tellsOfInserts();
    void tellsOfReturning();
    void keepsCountsPerStatement();
    void reportsErrorsWhileReading();
    void feedsAQueryModel();
    void feedsATableModel();
    void letsATableModelWriteWhileItReads();
    void followsASchemaChange();
};

void tst_sqlcipher_driver_results::readsForwardOnly()
{
    const OpenDatabase db;
    fill(db, 1000);
    QSqlQuery query(*db);
    query.setForwardOnly(true);
    QVERIFY(query.exec(u"SELECT id, word FROM t ORDER BY id"_s));
    for (int i = 1; query.next(); ++i) {
        QCOMPARE(query.at(), i - 1);
        QCOMPARE(query.value(1).toString(), u"word %1"_s.arg(i));
    }
    QCOMPARE(query.at(), int(QSql::AfterLastRow));
    QVERIFY(query.exec());
    QVERIFY(query.seek(499));
    QCOMPARE(query.value(0).toInt(), 500);
    QVERIFY(query.last());
    QCOMPARE(query.value(0).toInt(), 1000);
    QCOMPARE(query.at(), 999);
}

// Rows come when they are asked for: what the connection writes meanwhile, in
// another table than the one read, is seen by the rows still to come.
void tst_sqlcipher_driver_results::streamsForwardOnly()
{
    const OpenDatabase db;
    fill(db, 3);
    db.run(u"CREATE TABLE other (v)"_s);
    QSqlQuery query(*db);
    query.setForwardOnly(true);
    QVERIFY(query.exec(u"SELECT (SELECT count(*) FROM other WHERE t.id > 0) FROM t"_s));
    for (int i = 0; query.next(); ++i) {
        QCOMPARE(query.value(0).toInt(), i);
        db.run(u"INSERT INTO other VALUES (1)"_s);
    }
}

void tst_sqlcipher_driver_results::readsAtRandom()
{
    const OpenDatabase db;
    fill(db, 1000);
    QSqlQuery query(u"SELECT id, word FROM t ORDER BY id"_s, *db);
    const QList<int> places{700, 3, 999, 0, 500, 501, 499};
    for (int place : places) {
        QVERIFY(query.seek(place));
        QCOMPARE(query.value(0).toInt(), place + 1);
        QCOMPARE(query.value(u"word"_s).toString(), u"word %1"_s.arg(place + 1));
    }
    QVERIFY(!query.seek(1000));
    QVERIFY(query.last() && query.previous());
    QCOMPARE(query.value(0).toInt(), 999);
}

void tst_sqlcipher_driver_results::outlivesSetForwardOnly()
{
    const OpenDatabase db;
    fill(db, 5);
    QSqlQuery query(u"SELECT id FROM t"_s, *db);
    QVERIFY(query.next() && query.next());
    query.setForwardOnly(true); // too late for this run, and harmless
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 3);
    QVERIFY(!query.seek(99));
}

void tst_sqlcipher_driver_results::finishesAndRunsAgain()
{
    const OpenDatabase db;
    fill(db, 5);
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"SELECT id FROM t WHERE id > ?"_s));
    query.addBindValue(2);
    QVERIFY(query.exec() && query.next());
    query.finish();
    QVERIFY(!query.isActive() && !query.next());
    QCOMPARE(query.at(), int(QSql::BeforeFirstRow));
    db.run(u"DROP TABLE t"_s); // no lock is left behind
    fill(db, 5);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt(), 3);
    query.clear();
    QVERIFY(!query.isActive());
    QVERIFY(query.lastQuery().isEmpty());
}

void tst_sqlcipher_driver_results::freesLocksAtTheEnd()
{
    const OpenDatabase db;
    fill(db, 5);
    QSqlQuery reading(u"SELECT id FROM t"_s, *db);
    QVERIFY(reading.next());
    QSqlQuery dropping(*db);
    QVERIFY(!dropping.exec(u"DROP TABLE t"_s));
    QCOMPARE(dropping.lastError().nativeErrorCode(), u"6"_s); // locked
    while (reading.next()) {
    }
    QVERIFY(dropping.exec(u"DROP TABLE t"_s));
    QVERIFY(reading.seek(0)); // read rows stay
    QCOMPARE(reading.value(0).toInt(), 1);
}

void tst_sqlcipher_driver_results::tellsOfInserts()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (id INTEGER PRIMARY KEY, v UNIQUE)"_s);
    QSqlQuery query(*db);
    QVERIFY(!query.lastInsertId().isValid());
    QCOMPARE(query.numRowsAffected(), -1);
    QVERIFY(query.exec(u"INSERT INTO t VALUES (9000000000, 'a')"_s));
    QCOMPARE(query.lastInsertId(), QVariant(9000000000LL));
    QCOMPARE(query.numRowsAffected(), 1);
    QVERIFY(query.exec(u"INSERT INTO t (v) VALUES ('b'), ('c'), ('d')"_s));
    QCOMPARE(query.numRowsAffected(), 3);
    QCOMPARE(query.lastInsertId(), QVariant(9000000003LL));
    QVERIFY(query.exec(u"UPDATE t SET v = v || 'x' WHERE v > 'a'"_s));
    QCOMPARE(query.numRowsAffected(), 3);
    QVERIFY(query.exec(u"INSERT OR IGNORE INTO t (v) VALUES ('a')"_s));
    QCOMPARE(query.numRowsAffected(), 0);
    QVERIFY(!query.exec(u"INSERT INTO t (v) VALUES ('a')"_s));
    QVERIFY(!query.lastInsertId().isValid());
}

void tst_sqlcipher_driver_results::tellsOfReturning()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (id INTEGER PRIMARY KEY, v)"_s);
    QSqlQuery query(*db);
    QVERIFY(query.exec(u"INSERT INTO t (v) VALUES ('a'), ('b') RETURNING id"_s));
    QVERIFY(query.isSelect());
    QCOMPARE(query.lastInsertId().toInt(), 2);
    QVERIFY(query.next());
    QCOMPARE(query.numRowsAffected(), -1); // SQLite does not know before the last row is read
    QVERIFY(query.next());
    QVERIFY(!query.next());
    QCOMPARE(query.numRowsAffected(), 2);
}

void tst_sqlcipher_driver_results::keepsCountsPerStatement()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s);
    QSqlQuery first(u"INSERT INTO t VALUES (5)"_s, *db);
    QSqlQuery second(u"INSERT INTO t VALUES (6), (7)"_s, *db);
    QCOMPARE(first.lastInsertId().toInt(), 5);
    QCOMPARE(first.numRowsAffected(), 1);
    QCOMPARE(second.lastInsertId().toInt(), 7);
    QCOMPARE(second.numRowsAffected(), 2);
}

void tst_sqlcipher_driver_results::reportsErrorsWhileReading()
{
    const OpenDatabase db;
    for (bool forwardOnly : {true, false}) {
        QSqlQuery query(*db);
        query.setForwardOnly(forwardOnly);
        QVERIFY(query.exec(u"SELECT abs(v) FROM (SELECT 1 AS v UNION ALL SELECT -9223372036854775808)"_s));
        QVERIFY(query.next());
        QVERIFY(!query.lastError().isValid());
        QVERIFY(!query.next());
        QCOMPARE(query.lastError().type(), QSqlError::ConnectionError);
        QCOMPARE(query.lastError().driverText(), u"Unable to fetch row"_s);
        QCOMPARE(query.lastError().databaseText(), u"integer overflow"_s);
        QCOMPARE(query.lastError().nativeErrorCode(), u"1"_s);
    }
}

void tst_sqlcipher_driver_results::feedsAQueryModel()
{
    const OpenDatabase db;
    fill(db, 1000);
    QSqlQueryModel model;
    model.setQuery(u"SELECT word, n FROM t ORDER BY id"_s, *db);
    QCOMPARE(model.rowCount(), 256);
    while (model.canFetchMore())
        model.fetchMore();
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(model.data(model.index(999, 0)).toString(), u"word 1000"_s);
    QCOMPARE(model.data(model.index(0, 1)).toInt(), 1);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"n"_s);
    QCOMPARE(model.record(7).value(u"word"_s).toString(), u"word 8"_s);
}

void tst_sqlcipher_driver_results::feedsATableModel()
{
    const OpenDatabase db;
    fill(db, 3);
    QSqlTableModel model(nullptr, *db);
    model.setTable(u"t"_s);
    model.setEditStrategy(QSqlTableModel::OnFieldChange);
    QVERIFY(model.select());
    QVERIFY(model.setData(model.index(1, 1), u"changed"_s));
    QCOMPARE(db.run(u"SELECT word FROM t WHERE id = 2"_s).toString(), u"changed"_s);
    QCOMPARE(model.data(model.index(1, 1)).toString(), u"changed"_s);

    model.setEditStrategy(QSqlTableModel::OnManualSubmit);
    QVERIFY(model.select());
    QSqlRecord added = model.record();
    added.setValue(u"word"_s, u"added"_s);
    added.setGenerated(u"id"_s, false);
    QVERIFY(model.insertRecord(-1, added));
    QVERIFY(model.removeRow(0));
    QVERIFY2(model.submitAll(), qPrintable(model.lastError().text()));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(db.run(u"SELECT group_concat(id || word) FROM t"_s).toString(), u"2changed,3word 3,4added"_s);

    QVERIFY(model.setData(model.index(0, 0), 3)); // an id that is taken
    QVERIFY(!model.submitAll());
    QCOMPARE(model.lastError().nativeErrorCode(), u"1555"_s);
}

void tst_sqlcipher_driver_results::letsATableModelWriteWhileItReads()
{
    const OpenDatabase db;
    fill(db, 1000);
    QSqlTableModel model(nullptr, *db);
    model.setTable(u"t"_s);
    model.setSort(0, Qt::AscendingOrder);
    model.setEditStrategy(QSqlTableModel::OnFieldChange);
    QVERIFY(model.select());
    QCOMPARE(model.rowCount(), 256); // the rest has not been read yet
    QVERIFY(model.setData(model.index(0, 1), u"changed"_s));
    while (model.canFetchMore())
        model.fetchMore();
    QCOMPARE(model.rowCount(), 1000);
    for (int row = 1; row < 1000; ++row)
        QCOMPARE(model.data(model.index(row, 0)).toInt(), row + 1);
}

void tst_sqlcipher_driver_results::followsASchemaChange()
{
    const OpenDatabase db;
    fill(db, 1);
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"SELECT * FROM t"_s));
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.record().count(), 3);
    query.finish();
    db.run(u"ALTER TABLE t ADD COLUMN more TEXT DEFAULT 'm'"_s);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.record().count(), 4);
    QCOMPARE(query.value(u"more"_s).toString(), u"m"_s);
}

QTEST_GUILESS_MAIN(tst_sqlcipher_driver_results)
#include "tst_sqlcipher_driver_results.moc"
