// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// Several connections, several threads, and cancelling from another thread.
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

#include "tests/core/storage/driver/Connections.h"

using namespace Qt::StringLiterals;
using rapport::storage::test::OpenDatabase;

namespace {

// As good as endless, so that a cancel that does nothing fails and does not hang.
const QString endless = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000) "_s;

} // namespace

class tst_sqlcipher_driver_threads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesOtherConnections();
    void worksOnManyThreads();
    void cancelsFromAnotherThread_data();
    void cancelsFromAnotherThread();
    void worksOnAfterACancel();
    void cancelsWhileClosing();
};

void tst_sqlcipher_driver_threads::seesOtherConnections()
{
    const QTemporaryDir dir;
    const OpenDatabase one(dir.filePath(u"x.db"_s));
    const OpenDatabase two(dir.filePath(u"x.db"_s));
    one.run(u"CREATE TABLE t (v)"_s);
    QVERIFY((*one).transaction());
    one.run(u"INSERT INTO t VALUES (1)"_s);
    QCOMPARE(two.run(u"SELECT count(*) FROM t"_s).toInt(), 0); // not committed yet
    QVERIFY((*one).commit());
    QCOMPARE(two.run(u"SELECT count(*) FROM t"_s).toInt(), 1);
    const OpenDatabase memory;
    QVERIFY((*memory).tables().isEmpty()); // each has its own
}

void tst_sqlcipher_driver_threads::worksOnManyThreads()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"many.db"_s);
    const OpenDatabase main(file);
    main.run(u"CREATE TABLE t (thread, v)"_s);
    constexpr int Threads = 4;
    constexpr int Rows = 40;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < Threads; ++thread) {
        threads.emplace_back([&, thread] {
            const OpenDatabase db(file, u"QSQLCIPHER_BUSY_TIMEOUT=60000"_s);
            db.run(u"PRAGMA synchronous = OFF"_s);
            for (int row = 0; row < Rows; ++row) {
                QSqlQuery query(*db);
                query.prepare(u"INSERT INTO t VALUES (?, ?)"_s);
                query.addBindValue(thread);
                query.addBindValue(u"row %1"_s.arg(row));
                failures += !query.exec();
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(main.run(u"SELECT count(DISTINCT thread || v) FROM t"_s).toInt(), Threads * Rows);
}

void tst_sqlcipher_driver_threads::cancelsFromAnotherThread_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("forwardOnly");
    QTest::newRow("inside exec()") << endless + u"SELECT count(*) FROM n"_s << false;
    QTest::newRow("while rows are read") << endless + u"SELECT i FROM n"_s << true;
}

void tst_sqlcipher_driver_threads::cancelsFromAnotherThread()
{
    QFETCH(QString, statement);
    QFETCH(bool, forwardOnly);
    const OpenDatabase db;
    QSqlDriver *driver = (*db).driver();
    std::atomic<bool> ended = false;
    // Again and again, because SQLite forgets an interrupt that comes while
    // nothing runs.
    std::thread other([&] {
        while (!ended) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            driver->cancelQuery();
        }
    });
    QSqlQuery query(*db);
    query.setForwardOnly(forwardOnly);
    if (query.exec(statement)) {
        while (query.next()) {
        }
    }
    ended = true;
    other.join();
    QCOMPARE(query.lastError().driverText(), u"Unable to fetch row"_s);
    QCOMPARE(query.lastError().databaseText(), u"interrupted"_s);
    QCOMPARE(query.lastError().nativeErrorCode(), u"9"_s);
}

void tst_sqlcipher_driver_threads::worksOnAfterACancel()
{
    const OpenDatabase db;
    QVERIFY((*db).driver()->cancelQuery()); // nothing runs
    QCOMPARE(db.run(u"SELECT 7"_s).toInt(), 7);
}

// A cancel may come at any moment of an open and a close; the sanitizers watch.
void tst_sqlcipher_driver_threads::cancelsWhileClosing()
{
    auto driver = std::make_unique<rapport::storage::SqlCipherDriver>();
    std::atomic<bool> ended = false;
    std::thread other([&] {
        while (!ended)
            driver->cancelQuery();
    });
    for (int i = 0; i < 200; ++i) {
        QVERIFY(driver->open(u":memory:"_s, {}, {}, {}, -1, {}));
        driver->close();
    }
    ended = true;
    other.join();
}

QTEST_GUILESS_MAIN(tst_sqlcipher_driver_threads)
#include "tst_sqlcipher_driver_threads.moc"
