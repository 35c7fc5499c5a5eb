// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because each setting of the connection is asserted by itself.
#include <atomic>
#include <thread>

#include <QSqlDatabase>

#include "core/storage/CardRepository.h"
#include "core/storage/Schema.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::storage;
using namespace rapport::tests;
using Mode = Database::Mode;

namespace {

/// Files that this process holds open and that have the name of the library's
/// temporary ones (they are unlinked at once, but stay open).
int openTemporaryFiles()
{
    int count = 0;
    const auto links = QDir(QStringLiteral("/proc/self/fd"))
                           .entryInfoList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    for (const QFileInfo &link : links)
        count += link.symLinkTarget().contains(QLatin1String("etilqs")) ? 1 : 0;
    return count;
}

/// A sort of some 25 MB, more than the cache; its first row.
bool startLargeSort(QSqlQuery &query)
{
    query.setForwardOnly(true);
    return query.exec(QStringLiteral(
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
               "SELECT hex(randomblob(128)) AS word FROM n ORDER BY word")) &&
           query.next();
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settings_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *pragma, const char *answer) {
            QTest::newRow(pragma) << QStringLiteral("PRAGMA %1").arg(QLatin1String(pragma))
                                  << QString::fromLatin1(answer);
        };
        row("temp_store", "2");
        row("journal_mode", "delete");
        row("synchronous", "3");
        row("secure_delete", "1");
        row("foreign_keys", "1");
        row("recursive_triggers", "1");
        row("trusted_schema", "0");
        row("cell_size_check", "1");
        row("mmap_size", "0");
        row("page_size", "4096");
        row("cipher_page_size", "4096");
        row("cipher_hmac_algorithm", "HMAC_SHA512");
        row("cipher_use_hmac", "1");
        row("cipher_log_level", "NONE");
        row("application_id", "1380995156");
        row("user_version", "2");
    }

    void settings()
    {
        QFETCH(QString, question);
        QFETCH(QString, answer);
        const Vault vault;
        auto database = vault.open();
        QVERIFY(database);
        QCOMPARE(ask(*database, question).toString(), answer);
        // and again as somebody who comes back finds it
        database.reset();
        database = vault.open();
        QVERIFY(database);
        QCOMPARE(ask(*database, question).toString(), answer);
        QVERIFY(!ask(*database, QStringLiteral("PRAGMA cipher_version")).toString().isEmpty());
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("attach") << QStringLiteral("ATTACH ':memory:' AS other");
        QTest::newRow("attach plain") << QStringLiteral("ATTACH '/tmp/plain.db' AS other KEY ''");
        QTest::newRow("detach") << QStringLiteral("DETACH main");
        QTest::newRow("vacuum") << QStringLiteral("VACUUM");
        QTest::newRow("vacuum into") << QStringLiteral("VACUUM INTO '/tmp/plain.db'");
        QTest::newRow("rekey") << QStringLiteral("PRAGMA rekey = ''");
        QTest::newRow("key") << QStringLiteral("PRAGMA KEY = 'x'");
        QTest::newRow("temp_store") << QStringLiteral("PRAGMA temp_store = 1");
        QTest::newRow("journal_mode") << QStringLiteral("PRAGMA journal_mode = WAL");
        QTest::newRow("secure_delete") << QStringLiteral("PRAGMA secure_delete = OFF");
        QTest::newRow("foreign_keys") << QStringLiteral("PRAGMA Foreign_Keys = OFF");
        QTest::newRow("mmap_size") << QStringLiteral("PRAGMA mmap_size = 1000000");
        QTest::newRow("cipher_log") << QStringLiteral("PRAGMA cipher_log = stdout");
        QTest::newRow("writable_schema") << QStringLiteral("PRAGMA writable_schema = ON");
        QTest::newRow("shadow table") << QStringLiteral("DELETE FROM search_index_data");
        QTest::newRow("schema table") << QStringLiteral("DELETE FROM sqlite_schema");
        QTest::newRow("double-quoted text") << QStringLiteral("SELECT \"no such column\"");
        QTest::newRow("extension") << QStringLiteral("SELECT load_extension('anything')");
    }

    void refusals()
    {
        QFETCH(QString, sql);
        const Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        QVERIFY2(!tryRun(*database, sql).isEmpty(), "this ought to be refused");
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/plain.db")));
        QVERIFY(database->verify());
    }

    void sortsStayInMemory()
    {
        if (!QFile::exists(QStringLiteral("/proc/self/fd")))
            QSKIP("no /proc here to look into");
        {
            // The control: a connection that is not hardened does spill.
            auto plain = QSqlDatabase::addDatabase(new SqlCipherDriver, QStringLiteral("plain"));
            plain.setDatabaseName(QStringLiteral(":memory:"));
            QVERIFY(plain.open());
            QSqlQuery query(plain);
            QVERIFY(query.exec(QStringLiteral("PRAGMA temp_store = 1")));
            QVERIFY(startLargeSort(query));
            QVERIFY(openTemporaryFiles() > 0);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("plain"));
        QCOMPARE(openTemporaryFiles(), 0);

        const Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        QSqlQuery query(database->sql());
        QVERIFY(startLargeSort(query));
        QCOMPARE(openTemporaryFiles(), 0);
    }

    void fileIsEncryptedAndPrivate()
    {
        Vault vault;
        {
            const auto database = vault.open();
            QVERIFY(database);
            QVERIFY(CardRepository(*database).add(vault.card(QStringLiteral("canary-7261"))));
            QVERIFY(pagesHold(*database, "canary-7261"));
        }
        const QByteArray bytes = vault.bytes();
        QVERIFY(!bytes.startsWith("SQLite format 3"));
        QVERIFY(!bytes.contains("canary"));
        QCOMPARE(vault.files(), QStringList{QStringLiteral("rapport.db")});
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther |
                            QFile::ExeGroup | QFile::ExeOther | QFile::ExeOwner;
        QVERIFY(!(QFile::permissions(vault.path()) & others));
    }

    void createRefusesWhatIsThere()
    {
        const Vault vault;
        vault.overwrite("somebody's file");
        const auto opened = vault.tryOpen(Mode::Create);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Refused);
        QCOMPARE(vault.bytes(), QByteArray("somebody's file"));
    }

    void createRefusesALeftJournal()
    {
        const Vault vault;
        QFile journal(vault.path() + QStringLiteral("-journal"));
        QVERIFY(journal.open(QIODevice::WriteOnly));
        QCOMPARE(vault.tryOpen(Mode::Create).error().kind, Error::Refused);
        QCOMPARE(vault.files(), QStringList{QStringLiteral("rapport.db-journal")});
    }

    void missing_data()
    {
        QTest::addColumn<bool>("empty");
        QTest::addColumn<int>("mode");
        QTest::newRow("absent") << false << int(Mode::Existing);
        QTest::newRow("absent, reading") << false << int(Mode::ReadOnly);
        QTest::newRow("empty") << true << int(Mode::Existing);
        QTest::newRow("empty, reading") << true << int(Mode::ReadOnly);
    }

    void missing()
    {
        QFETCH(bool, empty);
        QFETCH(int, mode);
        const Vault vault;
        if (empty)
            vault.overwrite({});
        const QStringList before = vault.files();
        const auto opened = vault.tryOpen(static_cast<Mode>(mode));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Missing);
        QCOMPARE(vault.files(), before);
    }

    void wrongKey_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("existing") << int(Mode::Existing);
        QTest::newRow("reading") << int(Mode::ReadOnly);
    }

    void wrongKey()
    {
        QFETCH(int, mode);
        const Vault vault;
        QVERIFY(vault.open());
        const QByteArray before = vault.bytes();
        for (int other = 2; other < 40; ++other) {
            const auto opened = vault.tryOpen(static_cast<Mode>(mode), other);
            QVERIFY(!opened);
            QCOMPARE(opened.error(), (Error{Error::WrongKey, 26}));
        }
        QVERIFY(vault.bytes() == before);
        QCOMPARE(vault.files(), QStringList{QStringLiteral("rapport.db")});
        QVERIFY(vault.open());
    }

    void otherFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        // The library takes less than a page for an empty database, with any key.
        QTest::newRow("one byte") << QByteArray("x") << int(Error::Damaged);
        QTest::newRow("text") << QByteArray("not a vault\n").repeated(1000) << int(Error::WrongKey);
        QTest::newRow("zeros") << QByteArray(8192, '\0') << int(Error::WrongKey);
        QTest::newRow("plain database's beginning")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\1') << int(Error::WrongKey);
    }

    void otherFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        const Vault vault;
        vault.overwrite(content);
        const auto opened = vault.tryOpen(Mode::Existing);
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().kind), kind);
        QVERIFY(vault.bytes() == content);
        QCOMPARE(vault.files(), QStringList{QStringLiteral("rapport.db")});
    }

    void truncated_data()
    {
        QTest::addColumn<qint64>("cut"); // bytes kept, or, if negative, bytes cut off
        QTest::newRow("half a page") << qint64(2048);
        QTest::newRow("one byte short of a page") << qint64(4095);
        QTest::newRow("the first page only") << qint64(4096);
        QTest::newRow("one byte less") << qint64(-1);
        QTest::newRow("one page less") << qint64(-4096);
        QTest::newRow("a page and a half less") << qint64(-6144);
    }

    void truncated()
    {
        QFETCH(qint64, cut);
        const Vault vault;
        QVERIFY(vault.open());
        const QByteArray whole = vault.bytes();
        const QByteArray rest = whole.left(cut > 0 ? cut : whole.size() + cut);
        vault.overwrite(rest);
        const auto opened = vault.tryOpen(Mode::Existing);
        if (opened) {
            const auto verified = (*opened)->verify();
            QVERIFY2(!verified, "a cut file passes for whole");
            QCOMPARE(verified.error().kind, Error::Damaged);
        } else {
            QVERIFY(opened.error().kind == Error::WrongKey || opened.error().kind == Error::Damaged);
        }
        QVERIFY(vault.bytes() == rest);
    }

    void flippedBits()
    {
        const Vault vault;
        QVERIFY(vault.open());
        const QByteArray whole = vault.bytes();
        for (qsizetype page = 0; page < whole.size() / 4096; ++page) {
            for (const qsizetype offset : {20, 1000, 4095}) {
                QByteArray damaged = whole;
                char &byte = damaged[page * 4096 + offset];
                byte = static_cast<char>(byte ^ 0x10);
                vault.overwrite(damaged);
                const auto opened = vault.tryOpen(Mode::ReadOnly);
                const auto verified = opened ? (*opened)->verify() : tl::unexpected(opened.error());
                QVERIFY2(!verified, qPrintable(QStringLiteral("page %1 offset %2").arg(page).arg(offset)));
                const bool typed =
                    verified.error().kind == Error::Damaged || verified.error().kind == Error::WrongKey;
                QVERIFY2(typed, qPrintable(QString::number(verified.error().kind)));
            }
        }
    }

    void newerSchemaIsLeftAlone_data() { wrongKey_data(); }

    void newerSchemaIsLeftAlone()
    {
        QFETCH(int, mode);
        const Vault vault;
        {
            const auto database = vault.open();
            QVERIFY(database);
            QCOMPARE(database->schemaVersion(), newestSchemaVersion());
            QCOMPARE(tryRun(*database, QStringLiteral("PRAGMA user_version = 4711")), QString());
        }
        const QByteArray before = vault.bytes();
        const auto opened = vault.tryOpen(static_cast<Mode>(mode));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::TooNew);
        QVERIFY(vault.bytes() == before);
    }

    void foreignApplicationIsLeftAlone()
    {
        const Vault vault;
        QCOMPARE(tryRun(*vault.open(), QStringLiteral("PRAGMA application_id = 42")), QString());
        const QByteArray before = vault.bytes();
        QCOMPARE(vault.tryOpen(Mode::Existing).error().kind, Error::Damaged);
        QVERIFY(vault.bytes() == before);
    }

    void openingChangesNothing()
    {
        const Vault vault;
        QVERIFY(vault.open());
        const QByteArray before = vault.bytes();
        QVERIFY(vault.open());
        QVERIFY(vault.tryOpen(Mode::ReadOnly));
        QVERIFY(vault.bytes() == before);
        QCOMPARE(vault.files(), QStringList{QStringLiteral("rapport.db")});
    }

    void readOnlyRefusesWriting()
    {
        Vault vault;
        QVERIFY(vault.open());
        auto opened = vault.tryOpen(Mode::ReadOnly);
        QVERIFY(opened);
        const auto added = CardRepository(**opened).add(vault.card(QStringLiteral("no")));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Error::ReadOnly);
        QCOMPARE(CardRepository(**opened).all()->size(), 0);
    }

    void busyFileIsTyped()
    {
        const Vault vault;
        const auto first = vault.open();
        QVERIFY(first);
        QCOMPARE(tryRun(*first, QStringLiteral("BEGIN EXCLUSIVE")), QString());
        const auto second = vault.tryOpen(Mode::Existing);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Busy);
    }

    void interruptFromAnotherThread()
    {
        const Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        std::atomic<bool> done = false;
        std::thread other([&] {
            while (!done) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                database->interrupt();
            }
        });
        QSqlQuery query(database->sql());
        const bool ran = query.exec(QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"));
        const bool row = ran && query.next();
        const Error error = database->error(query.lastError());
        done = true;
        other.join();
        QVERIFY(!row);
        QCOMPARE(error.kind, Error::Interrupted);
        QVERIFY(database->verify());
    }

    void connectionsLeaveNothingBehind()
    {
        const Vault vault;
        const QStringList before = QSqlDatabase::connectionNames();
        QVERIFY(vault.open());
        QVERIFY(!vault.tryOpen(Mode::Existing, 9));
        QCOMPARE(QSqlDatabase::connectionNames(), before);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
