// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "core/storage/CardRepository.h"
#include "core/storage/DatabaseThread.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

namespace {

/// An opener's error of a type of its own, as the vault's is.
struct OpenerError
{
    int reason = 0;
};

} // namespace

class TestDatabaseThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workIsDoneInItsOrder()
    {
        Vault vault;
        DatabaseThread thread;
        QVERIFY(openOn(thread, vault).result());
        QList<QFuture<Result<Card>>> saves;
        for (int i = 0; i < 20; ++i) {
            const Card card = vault.card(QString::number(i));
            saves +=
                thread.run<Card>([card](Database &database) { return CardRepository(database).add(card); });
        }
        const auto all =
            thread.run<QList<Card>>([](Database &database) { return CardRepository(database).all(); })
                .result();
        QCOMPARE(all->size(), 20);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(saves.at(i).isFinished());
            QCOMPARE(saves.at(i).result()->text, QString::number(i));
            QCOMPARE(all->at(i).text, QString::number(i));
        }
    }

    void workRunsOnOneOtherThread()
    {
        Vault vault;
        DatabaseThread thread;
        const auto where = [](Database &) -> Result<quintptr> {
            return reinterpret_cast<quintptr>(QThread::currentThread());
        };
        QVERIFY(openOn(thread, vault).result());
        const quintptr first = *thread.run<quintptr>(where).result();
        QVERIFY(first != reinterpret_cast<quintptr>(QThread::currentThread()));
        QCOMPARE(*thread.run<quintptr>(where).result(), first);
    }

    void closedBeforeAndAfter()
    {
        const Vault vault;
        DatabaseThread thread;
        const auto nothing = [](Database &) -> Result<void> { return {}; };
        QCOMPARE(thread.run<void>(nothing).result().error().kind, Error::Closed);
        QVERIFY(openOn(thread, vault).result());
        QVERIFY(thread.run<void>(nothing).result());
        const auto before = thread.run<void>(nothing);
        const auto closed = thread.close();
        const auto after = thread.run<void>(nothing);
        QVERIFY(before.result());
        QCOMPARE(after.result().error().kind, Error::Closed);
        QVERIFY(closed.isFinished());
        QVERIFY(openOn(thread, vault).result()); // and open again
        QVERIFY(thread.run<void>(nothing).result());
    }

    void openersErrorIsItsOwn()
    {
        DatabaseThread thread;
        const auto opened =
            thread.open<OpenerError>([]() -> tl::expected<std::unique_ptr<Database>, OpenerError> {
                return tl::unexpected(OpenerError{42});
            });
        QCOMPARE(opened.result().error().reason, 42);
    }

    void whatWasGivenIsDoneBeforeTheEnd()
    {
        Vault vault;
        QVERIFY(vault.open());
        QFuture<Result<Card>> last;
        {
            DatabaseThread thread;
            openOn(thread, vault);
            for (int i = 0; i < 10; ++i) {
                const Card card = vault.card(QString::number(i));
                last = thread.run<Card>(
                    [card](Database &database) { return CardRepository(database).add(card); });
            }
        }
        QVERIFY(last.isFinished());
        QVERIFY(last.result());
        QCOMPARE(CardRepository(*vault.open()).all()->size(), 10);
        QCOMPARE(vault.files(), QStringList{QStringLiteral("rapport.db")});
    }

    void givenFromSeveralThreads()
    {
        const Vault vault;
        DatabaseThread thread;
        QVERIFY(openOn(thread, vault).result());
        std::atomic<int> sum = 0;
        std::vector<std::thread> givers;
        for (int giver = 0; giver < 4; ++giver) {
            givers.emplace_back([&] {
                for (int i = 0; i < 200; ++i) {
                    const auto one = thread.run<int>([](Database &database) -> Result<int> {
                        return ask(database, QStringLiteral("SELECT 1")).toInt();
                    });
                    sum += one.result().value_or(0);
                    thread.interrupt(); // harmless between statements, typed within one
                }
            });
        }
        for (std::thread &giver : givers)
            giver.join();
        QVERIFY(sum > 0 && sum <= 800);
    }

    void interruptEndsALongRead()
    {
        const Vault vault;
        DatabaseThread thread;
        thread.interrupt(); // nothing is open: nothing happens
        QVERIFY(openOn(thread, vault).result());
        const auto counting = thread.run<int>([](Database &database) -> Result<int> {
            QSqlQuery query(database.sql());
            if (query.exec(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                          "SELECT count(*) FROM n")) &&
                query.next())
                return query.value(0).toInt();
            return tl::unexpected(database.error(query.lastError()));
        });
        while (!counting.isFinished()) {
            QTest::qSleep(10);
            thread.interrupt();
        }
        QCOMPARE(counting.result().error().kind, Error::Interrupted);
    }

    void resultsComeToTheContext()
    {
        const Vault vault;
        DatabaseThread thread;
        QObject context;
        int seen = 0;
        QThread *where = nullptr;
        openOn(thread, vault);
        const auto seven = thread.run<int>([](Database &) -> Result<int> { return 7; });
        whenDone(&context, seven, [&](const Result<int> &result) {
            seen = result.value_or(-1);
            where = QThread::currentThread();
        });
        QTRY_COMPARE(seen, 7);
        QCOMPARE(where, QThread::currentThread());
        // also when the result was there before
        seen = 0;
        whenDone(&context, seven, [&](const Result<int> &result) { seen = result.value_or(-1); });
        QTRY_COMPARE(seen, 7);
        QTRY_COMPARE(context.children().size(), 0); // no watcher stays behind
    }

    void resultsAreDroppedWithTheContext()
    {
        const Vault vault;
        DatabaseThread thread;
        openOn(thread, vault);
        bool called = false;
        auto context = std::make_unique<QObject>();
        const auto finished = thread.run<int>([](Database &) -> Result<int> { return 7; });
        whenDone(context.get(), finished, [&](const Result<int> &) { called = true; });
        QFuture<Result<int>> running = finished;
        running.waitForFinished(); // the result waits in our event queue now
        context.reset();
        QTest::qWait(50);
        QVERIFY(!called);
    }

private:
    static QFuture<tl::expected<void, Error>> openOn(DatabaseThread &thread, const Vault &vault)
    {
        const QString path = vault.path();
        return thread.open<Error>([path] {
            using Mode = Database::Mode;
            return Database::open(path, keyFrom(1), QFile::exists(path) ? Mode::Existing : Mode::Create);
        });
    }
};

QTEST_GUILESS_MAIN(TestDatabaseThread)
#include "tst_databasethread.moc"
