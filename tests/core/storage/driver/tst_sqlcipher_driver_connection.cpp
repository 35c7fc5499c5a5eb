// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// Opening, closing, options, errors, transactions, notifications.
#include <QFile>
#include <QSignalSpy>
#include <QSqlResult>
#include <QTemporaryDir>
#include <QTest>

#include <sqlcipher/sqlite3.h>

#include "tests/core/storage/driver/Connections.h"

using namespace Qt::StringLiterals;
using rapport::storage::SqlCipherDriver;
using rapport::storage::test::OpenDatabase;

class tst_sqlcipher_driver_connection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensPlainFiles();
    void reportsWhatCannotBeOpened_data();
    void reportsWhatCannotBeOpened();
    void followsOptions_data();
    void followsOptions();
    void givesUpWaiting();
    void matchesPatterns_data();
    void matchesPatterns();
    void givesExtendedCodes();
    void wrapsAnOpenHandle();
    void leavesABorrowedHandleOpen();
    void closesUnderLiveQueries();
    void survivesQueriesThatOutliveIt();
    void closesUnderForeignStatements();
    void reopens();
    void commitsAndRollsBack();
    void reportsFailedTransactions();
    void nestsSavepoints();
    void abortsReadersOnRollback();
    void notifies();
    void stopsNotifying();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
};

void tst_sqlcipher_driver_connection::opensPlainFiles()
{
    {
        const OpenDatabase db(path(u"plain ü.db"_s));
        db.run(u"CREATE TABLE t (v)"_s);
    }
    QFile file(path(u"plain ü.db"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("SQLite format 3"));
    const OpenDatabase stock(path(u"plain ü.db"_s), QString(), u"QSQLITE"_s);
    QCOMPARE((*stock).tables(), QStringList{u"t"_s});
}

void tst_sqlcipher_driver_connection::reportsWhatCannotBeOpened_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("options");
    QTest::newRow("no such folder") << path(u"nowhere/x.db"_s) << QString();
    QTest::newRow("a folder") << m_dir.path() << QString();
    QTest::newRow("read-only and absent") << path(u"absent.db"_s) << u"QSQLITE_OPEN_READONLY"_s;
}

void tst_sqlcipher_driver_connection::reportsWhatCannotBeOpened()
{
    QFETCH(QString, file);
    QFETCH(QString, options);
    const OpenDatabase db(file, options);
    QVERIFY(!(*db).isOpen());
    QVERIFY((*db).isOpenError());
    QCOMPARE((*db).lastError().type(), QSqlError::ConnectionError);
    QCOMPARE((*db).lastError().driverText(), u"Error opening database"_s);
    QCOMPARE((*db).lastError().databaseText(), u"unable to open database file"_s);
    QCOMPARE((*db).lastError().nativeErrorCode(), u"14"_s);
    QCOMPARE((*db).driver()->handle().value<sqlite3 *>(), nullptr);
    QVERIFY(!(*db).transaction());
    QVERIFY(!(*db).driver()->cancelQuery());
}

void tst_sqlcipher_driver_connection::followsOptions_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("answer"); // the first value, or "error <code>"

    const QString file = path(u"options.db"_s);
    const QString insert = u"INSERT INTO t VALUES (1)"_s;
    const QString timeout = u"PRAGMA busy_timeout"_s;
    const QString regexp = u"SELECT 'abc' REGEXP '^a.c$'"_s;
    const QString twice = u"INSERT INTO u VALUES (1)"_s;
    QTest::newRow("none") << file << QString() << timeout << u"5000"_s;
    QTest::newRow("unknown") << file << u"QSQLITE_SOMETHING;;=;X=3; "_s << timeout << u"5000"_s;
    QTest::newRow("not a number") << file << u"QSQLITE_BUSY_TIMEOUT=soon"_s << timeout << u"5000"_s;
    QTest::newRow("without regexp") << file << QString() << regexp << u"error 1"_s;
    QTest::newRow("writable") << file << QString() << insert << QString();
    for (const QString &prefix : {u"QSQLITE_"_s, u"QSQLCIPHER_"_s}) {
        const auto row = [&](const char *name, const QString &option, const QString &statement,
                             const QString &answer, const QString &name2 = {}) {
            QTest::addRow("%s%s", qPrintable(prefix), name)
                << (name2.isEmpty() ? file : name2) << option.arg(prefix) << statement << answer;
        };
        row("BUSY_TIMEOUT", u" %1BUSY_TIMEOUT = 123 "_s, timeout, u"123"_s);
        row("BUSY_TIMEOUT among others", u"%1ENABLE_REGEXP;%1BUSY_TIMEOUT=7"_s, timeout, u"7"_s);
        row("OPEN_READONLY", u"%1OPEN_READONLY"_s, insert, u"error 8"_s);
        row("OPEN_URI", u"%1OPEN_URI"_s, insert, u"error 8"_s, u"file:"_s + file + u"?mode=ro"_s);
        row("ENABLE_SHARED_CACHE", u"%1ENABLE_SHARED_CACHE"_s, insert, QString());
        row("ENABLE_REGEXP", u"%1ENABLE_REGEXP"_s, regexp, u"1"_s);
        row("ENABLE_REGEXP with a size", u"%1ENABLE_REGEXP=3"_s, regexp, u"1"_s);
        row("NO_USE_EXTENDED_RESULT_CODES", u"%1NO_USE_EXTENDED_RESULT_CODES"_s, twice, u"error 19"_s);
    }
}

void tst_sqlcipher_driver_connection::followsOptions()
{
    QFETCH(QString, file);
    QFETCH(QString, options);
    QFETCH(QString, statement);
    QFETCH(QString, answer);
    if (!QFile::exists(path(u"options.db"_s))) {
        const OpenDatabase fresh(path(u"options.db"_s));
        fresh.run(u"CREATE TABLE t (v)"_s);
        fresh.run(u"CREATE TABLE u (v UNIQUE)"_s);
        fresh.run(u"INSERT INTO u VALUES (1)"_s);
    }
    const OpenDatabase db(file, options);
    QVERIFY2((*db).isOpen(), qPrintable((*db).lastError().text()));
    QSqlQuery query(*db);
    QString seen;
    if (!query.exec(statement))
        seen = u"error "_s + query.lastError().nativeErrorCode();
    else if (query.next())
        seen = query.value(0).toString();
    QCOMPARE(seen, answer);
}

void tst_sqlcipher_driver_connection::givesUpWaiting()
{
    const OpenDatabase one(path(u"busy.db"_s));
    one.run(u"CREATE TABLE t (v)"_s);
    const OpenDatabase two(path(u"busy.db"_s), u"QSQLCIPHER_BUSY_TIMEOUT=50"_s);
    one.run(u"BEGIN IMMEDIATE"_s);
    QSqlQuery query(*two);
    QVERIFY(!query.exec(u"INSERT INTO t VALUES (1)"_s));
    QCOMPARE(query.lastError().nativeErrorCode(), u"5"_s);
    QCOMPARE(query.lastError().databaseText(), u"database is locked"_s);
    one.run(u"COMMIT"_s);
    QVERIFY(query.exec(u"INSERT INTO t VALUES (1)"_s));
}

void tst_sqlcipher_driver_connection::matchesPatterns_data()
{
    QTest::addColumn<QVariant>("subject");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("found");
    QTest::newRow("found") << QVariant(u"Zeit für mich"_s) << u"f.r"_s << true;
    QTest::newRow("not found") << QVariant(u"Zeit"_s) << u"^eit"_s << false;
    QTest::newRow("not valid") << QVariant(u"Zeit"_s) << u"(("_s << false;
    QTest::newRow("null") << QVariant() << u"a"_s << false;
    QTest::newRow("number") << QVariant(1234) << u"^\\d+$"_s << true;
}

void tst_sqlcipher_driver_connection::matchesPatterns()
{
    QFETCH(QVariant, subject);
    QFETCH(QString, pattern);
    QFETCH(bool, found);
    const OpenDatabase db(u":memory:"_s, u"QSQLCIPHER_ENABLE_REGEXP=1"_s);
    QTest::failOnWarning(QRegularExpression(u"."_s)); // patterns are not for the log
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"SELECT :s REGEXP 'other', :s REGEXP :p"_s)); // two patterns, a cache of one
    query.bindValue(u":s"_s, subject);
    query.bindValue(u":p"_s, pattern);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(1).toBool(), found);
}

void tst_sqlcipher_driver_connection::givesExtendedCodes()
{
    const OpenDatabase db;
    db.run(u"PRAGMA foreign_keys = ON"_s);
    db.run(u"CREATE TABLE t (id INTEGER PRIMARY KEY, u UNIQUE, n NOT NULL DEFAULT 1, c CHECK (c > 0), "
           "f REFERENCES t (id))"_s);
    db.run(u"INSERT INTO t (id, u) VALUES (1, 1)"_s);
    const QList<QPair<QString, QString>> codes{{u"(id) VALUES (1)"_s, u"1555"_s},
                                               {u"(u) VALUES (1)"_s, u"2067"_s},
                                               {u"(n) VALUES (NULL)"_s, u"1299"_s},
                                               {u"(c) VALUES (0)"_s, u"275"_s},
                                               {u"(f) VALUES (9)"_s, u"787"_s}};
    for (const auto &[values, code] : codes) {
        QSqlQuery query(*db);
        QVERIFY(!query.exec(u"INSERT INTO t "_s + values));
        QCOMPARE(query.lastError().nativeErrorCode(), code);
    }
}

void tst_sqlcipher_driver_connection::wrapsAnOpenHandle()
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &handle), SQLITE_OK);
    const OpenDatabase db(new SqlCipherDriver(handle, SqlCipherDriver::Ownership::Take));
    QVERIFY((*db).isOpen());
    QCOMPARE((*db).driver()->handle().value<sqlite3 *>(), handle);
    db.run(u"CREATE TABLE t (v)"_s);
    QCOMPARE((*db).tables(), QStringList{u"t"_s});
}

void tst_sqlcipher_driver_connection::leavesABorrowedHandleOpen()
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &handle), SQLITE_OK);
    {
        const OpenDatabase db(new SqlCipherDriver(handle, SqlCipherDriver::Ownership::Borrow));
        db.run(u"CREATE TABLE t (v)"_s);
        QSqlQuery reading(u"SELECT * FROM sqlite_master"_s, *db);
    }
    QCOMPARE(sqlite3_exec(handle, "INSERT INTO t VALUES (1)", nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(sqlite3_close(handle), SQLITE_OK); // no statement is left on it
}

void tst_sqlcipher_driver_connection::closesUnderLiveQueries()
{
    const OpenDatabase db(path(u"live.db"_s));
    db.run(u"CREATE TABLE t AS SELECT 1 AS v UNION SELECT 2"_s);
    QSqlQuery reading(u"SELECT v FROM t"_s, *db);
    QSqlQuery prepared(*db);
    QVERIFY(prepared.prepare(u"SELECT 1"_s));
    QVERIFY(reading.next());
    QSqlDatabase database = *db;
    database.close();
    QVERIFY(!database.lastError().isValid());
    QVERIFY(!reading.next());
    QVERIFY(!prepared.exec());
    QCOMPARE(reading.result()->handle().value<sqlite3_stmt *>(), nullptr);
    QVERIFY(QFile::remove(path(u"live.db"_s)));
}

void tst_sqlcipher_driver_connection::survivesQueriesThatOutliveIt()
{
    auto driver = std::make_unique<SqlCipherDriver>();
    QVERIFY(driver->open(u":memory:"_s, {}, {}, {}, -1, {}));
    QSqlQuery query(driver->createResult());
    QVERIFY(query.exec(u"SELECT 1 UNION SELECT 2"_s) && query.next());
    driver.reset();
    QVERIFY(!query.next());
    QVERIFY(!query.exec());
}

void tst_sqlcipher_driver_connection::closesUnderForeignStatements()
{
    const OpenDatabase db;
    sqlite3_stmt *foreign = nullptr;
    auto *handle = (*db).driver()->handle().value<sqlite3 *>();
    QCOMPARE(sqlite3_prepare_v2(handle, "SELECT 1", -1, &foreign, nullptr), SQLITE_OK);
    QSqlDatabase database = *db;
    database.close();
    QVERIFY(!database.isOpen());
    QCOMPARE(database.lastError().driverText(), u"Error closing database"_s);
    QCOMPARE(sqlite3_finalize(foreign), SQLITE_OK); // frees the connection, says ASan
}

void tst_sqlcipher_driver_connection::reopens()
{
    const OpenDatabase db(path(u"again.db"_s));
    db.run(u"CREATE TABLE t (v)"_s);
    QSqlQuery query(u"SELECT * FROM t"_s, *db);
    QSqlDatabase database = *db;
    QVERIFY(database.open()); // while open: closes first
    QVERIFY(query.exec(u"INSERT INTO t VALUES (1)"_s));
    database.close();
    database.close();
    QVERIFY(database.open());
    QCOMPARE(db.run(u"SELECT count(*) FROM t"_s).toInt(), 1);
}

void tst_sqlcipher_driver_connection::commitsAndRollsBack()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (v)"_s);
    QVERIFY((*db).transaction());
    db.run(u"INSERT INTO t VALUES (1)"_s);
    QVERIFY((*db).rollback());
    QCOMPARE(db.run(u"SELECT count(*) FROM t"_s).toInt(), 0);
    QVERIFY((*db).transaction());
    db.run(u"INSERT INTO t VALUES (1)"_s);
    QVERIFY((*db).commit());
    QCOMPARE(db.run(u"SELECT count(*) FROM t"_s).toInt(), 1);
}

void tst_sqlcipher_driver_connection::reportsFailedTransactions()
{
    const OpenDatabase db;
    QSqlDatabase database = *db;
    QVERIFY(!database.commit());
    QCOMPARE(database.lastError().type(), QSqlError::TransactionError);
    QCOMPARE(database.lastError().driverText(), u"Unable to commit transaction"_s);
    QVERIFY(!database.rollback());
    QCOMPARE(database.lastError().driverText(), u"Unable to rollback transaction"_s);
    QVERIFY(database.transaction() && !database.transaction());
    QCOMPARE(database.lastError().driverText(), u"Unable to begin transaction"_s);
    QCOMPARE(database.lastError().databaseText(), u"cannot start a transaction within a transaction"_s);
    QCOMPARE(database.lastError().nativeErrorCode(), u"1"_s);
}

void tst_sqlcipher_driver_connection::nestsSavepoints()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (v)"_s);
    QVERIFY((*db).transaction());
    db.run(u"SAVEPOINT one"_s);
    db.run(u"INSERT INTO t VALUES (1)"_s);
    db.run(u"SAVEPOINT two"_s);
    db.run(u"INSERT INTO t VALUES (2)"_s);
    db.run(u"ROLLBACK TO two"_s);
    db.run(u"RELEASE one"_s);
    QVERIFY((*db).commit());
    QCOMPARE(db.run(u"SELECT group_concat(v) FROM t"_s).toString(), u"1"_s);
}

void tst_sqlcipher_driver_connection::abortsReadersOnRollback()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t AS SELECT 1 AS v UNION SELECT 2"_s);
    QVERIFY((*db).transaction());
    db.run(u"CREATE TABLE u (v)"_s);
    QSqlQuery reading(*db);
    reading.setForwardOnly(true);
    QVERIFY(reading.exec(u"SELECT v FROM t"_s) && reading.next());
    QVERIFY((*db).rollback());
    QVERIFY(!reading.next());
    QCOMPARE(reading.lastError().nativeErrorCode(), u"516"_s);
}

void tst_sqlcipher_driver_connection::notifies()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE heard (id INTEGER PRIMARY KEY, v)"_s);
    db.run(u"CREATE TABLE silent (v)"_s);
    QSqlDriver *driver = (*db).driver();
    QSignalSpy spy(driver, &QSqlDriver::notification);
    QVERIFY(driver->subscribeToNotification(u"heard"_s));
    QTest::ignoreMessage(QtWarningMsg, "Already subscribing to 'heard'.");
    QVERIFY(!driver->subscribeToNotification(u"heard"_s));
    QCOMPARE(driver->subscribedToNotifications(), QStringList{u"heard"_s});
    db.run(u"INSERT INTO heard (id) VALUES (5000000000)"_s);
    db.run(u"INSERT INTO silent VALUES (1)"_s);
    db.run(u"UPDATE heard SET v = 1"_s);
    db.run(u"DELETE FROM heard WHERE id = 5000000000"_s);
    QCOMPARE(spy.count(), 0); // never inside SQLite
    QTRY_COMPARE(spy.count(), 3);
    QCOMPARE(spy.first().at(0).toString(), u"heard"_s);
    QCOMPARE(spy.first().at(1).value<QSqlDriver::NotificationSource>(), QSqlDriver::UnknownSource);
    QCOMPARE(spy.first().at(2), QVariant(5000000000LL));
}

void tst_sqlcipher_driver_connection::stopsNotifying()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (v)"_s);
    QSqlDriver *driver = (*db).driver();
    QSignalSpy spy(driver, &QSqlDriver::notification);
    QTest::ignoreMessage(QtWarningMsg, "Not subscribed to 't'.");
    QVERIFY(!driver->unsubscribeFromNotification(u"t"_s));
    QVERIFY(driver->subscribeToNotification(u"t"_s));
    QVERIFY(driver->subscribeToNotification(u"u"_s));
    QVERIFY(driver->unsubscribeFromNotification(u"t"_s));
    db.run(u"INSERT INTO t VALUES (1)"_s);
    QTest::qWait(20);
    QCOMPARE(spy.count(), 0);
    (*db).close();
    QVERIFY(driver->subscribedToNotifications().isEmpty());
    QTest::ignoreMessage(QtWarningMsg, "Database not open.");
    QVERIFY(!driver->subscribeToNotification(u"t"_s));
}

QTEST_GUILESS_MAIN(tst_sqlcipher_driver_connection)
#include "tst_sqlcipher_driver_connection.moc"
