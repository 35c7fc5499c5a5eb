// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QCryptographicHash>

#include "core/storage/CardRepository.h"
#include "core/storage/Migration.h"
#include "core/storage/Schema.h"
#include "core/storage/SearchText.h"
#include "core/storage/Statement.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::storage;
using namespace rapport::tests;
using Mode = Database::Mode;

namespace {

// Steps after those that there are.
constexpr const char *addColumn[] = {
    "ALTER TABLE card ADD COLUMN aim TEXT",
    "UPDATE card SET aim = 'from step three'",
};
constexpr const char *addTable[] = {"CREATE TABLE aim (id INTEGER PRIMARY KEY) STRICT"};
constexpr const char *breakInTheMiddle[] = {
    "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT",
    "UPDATE card SET text = ''", // a CHECK refuses it
};

/// Numbers the aims: what a statement alone could not do.
Result<void> numberAims(Database &database)
{
    return execute(database, QStringLiteral("INSERT INTO aim (id) VALUES (7)"));
}

constexpr std::array newerSteps{
    MigrationStep{1, {}},
    MigrationStep{2, {}},
    MigrationStep{3, addColumn},
    MigrationStep{6, addTable, numberAims},
};
static_assert(ascends(newerSteps));
static_assert(!ascends(std::array{MigrationStep{2}, MigrationStep{2}}));
static_assert(!ascends(std::array{MigrationStep{2}, MigrationStep{1}}));
static_assert(!ascends(std::array{MigrationStep{0}}));
static_assert(!ascends(std::span<const MigrationStep>{}));

void dropEverything(const Database &database)
{
    for (const char *table :
         {"search_index", "search_text", "card_change", "note_line", "share", "note", "card", "session",
          "person", "check_in", "mood_day", "pause", "draft", "setting", "import_batch"})
        QCOMPARE(tryRun(database, QStringLiteral("DROP TABLE %1").arg(QLatin1String(table))), QString());
}

/// All tables, indexes and triggers as they stand in the file.
QStringList schemaOf(const Database &database)
{
    QStringList entries;
    QSqlQuery query(database.sql());
    query.exec(QStringLiteral("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema "
                              "ORDER BY type, name"));
    while (query.next())
        entries.append(query.value(0).toString());
    return entries;
}

/// A file as the first schema's app left it: made by that step alone.
std::unique_ptr<Database> openWithSchema1(const Vault &vault)
{
    auto database = vault.open();
    if (!database)
        return nullptr;
    dropEverything(*database);
    if (!tryRun(*database, QStringLiteral("PRAGMA user_version = 0")).isEmpty() ||
        !migrate(*database, schemaSteps().first(1)) || database->readSchemaVersion().value() != 1)
        return nullptr;
    return database;
}

} // namespace

class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newFileRunsAllSteps()
    {
        const Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        QCOMPARE(ask(*database, QStringLiteral("PRAGMA user_version")).toInt(), newestSchemaVersion());
        QCOMPARE(schemaSteps().back().version, newestSchemaVersion());
        for (const char *table :
             {"person", "card", "card_change", "session", "note", "note_line", "share", "draft", "setting",
              "check_in", "mood_day", "search_text", "import_batch", "pause"}) {
            const auto sql = QStringLiteral("SELECT strict FROM pragma_table_list WHERE name = '%1'")
                                 .arg(QLatin1String(table));
            QVERIFY2(ask(*database, sql).toInt() == 1, table);
        }
    }

    void everyUserRowHasTheFrozenColumns_data()
    {
        QTest::addColumn<QString>("table");
        for (const char *table : {"person", "card", "session", "note", "share", "check_in", "pause"})
            QTest::newRow(table) << QString::fromLatin1(table);
    }

    void everyUserRowHasTheFrozenColumns()
    {
        QFETCH(QString, table);
        const Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        for (const char *column :
             {"id", "uid", "created_utc_ms", "created_offset_min", "local_day", "modified_utc_ms",
              "deleted_at", "private", "import_batch", "source_hash"}) {
            const auto sql = QStringLiteral("SELECT count(*) FROM pragma_table_info('%1') WHERE name = '%2'")
                                 .arg(table, QLatin1String(column));
            QVERIFY2(ask(*database, sql).toInt() == 1, column);
        }
    }

    /// Vaults with these texts exist: whoever changes one of them makes files
    /// that no step brings up to date. A change is a new step.
    void frozenStepsStayAsTheyAre_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("schema 1") << 0
                                  << QByteArray(
                                         "706a5d45e1335e775f796cfabc990e778d29ef1730792c6b82983099dcdc648e");
    }

    void frozenStepsStayAsTheyAre()
    {
        QFETCH(int, step);
        QFETCH(QByteArray, digest);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const char *sql : schemaSteps()[size_t(step)].statements)
            hash.addData(QByteArray(sql) + '\0');
        QCOMPARE(hash.result().toHex(), digest);
    }

    void schema1BecomesTheNewest()
    {
        Vault vault;
        const Vault fresh;
        const QStringList newest = schemaOf(*fresh.open());
        {
            const auto database = openWithSchema1(vault);
            QVERIFY(database);
            QCOMPARE(ask(*database, QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'pause'"))
                         .toInt(),
                     0);
            QVERIFY(CardRepository(*database).add(vault.card(QStringLiteral("kept"))));
            QCOMPARE(tryRun(*database, QStringLiteral("INSERT INTO setting (name, value) VALUES ('a', 'b')")),
                     QString());
        }
        const auto database = vault.open();
        QVERIFY(database);
        QCOMPARE(database->schemaVersion(), newestSchemaVersion());
        QCOMPARE(schemaOf(*database), newest);
        QVERIFY(database->verify());
        QCOMPARE(CardRepository(*database).all()->first().text, QStringLiteral("kept"));
        QCOMPARE(ask(*database, QStringLiteral("SELECT value FROM setting")).toString(), QStringLiteral("b"));
    }

    void wordsOfACheckInLeaveTheIndexWithIt()
    {
        Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        const auto moment = QStringLiteral("1772438400000, 60, 20514");
        QCOMPARE(tryRun(*database,
                        QStringLiteral("INSERT INTO check_in (id, uid, created_utc_ms, created_offset_min, "
                                       "local_day, modified_utc_ms, felt_utc_ms, felt_offset_min, felt_day, "
                                       "pleasantness, steps, note, deleted_at) VALUES (7, randomblob(16), "
                                       "%1, 1, %1, 40, 5, 'walnut', 1)")
                            .arg(moment)),
                 QString());
        QVERIFY(
            indexText(*database, QStringLiteral("check-in"), 7, 1'772'438'400'000, QStringLiteral("walnut")));
        QVERIFY(indexText(*database, QStringLiteral("card"), 7, 1'772'438'400'000, QStringLiteral("pear")));
        QCOMPARE(tryRun(*database, QStringLiteral("DELETE FROM check_in")), QString());
        QCOMPARE(ask(*database, QStringLiteral("SELECT group_concat(body) FROM search_text")).toString(),
                 QStringLiteral("pear"));
    }

    void emptyEncryptedFileRunsAllSteps()
    {
        // What a kill right after the first page leaves.
        const Vault vault;
        QVERIFY(vault.open());
        auto database = vault.open();
        dropEverything(*database);
        QCOMPARE(tryRun(*database, QStringLiteral("PRAGMA user_version = 0")), QString());
        database.reset();
        database = vault.open();
        QVERIFY(database);
        QCOMPARE(database->schemaVersion(), newestSchemaVersion());
        QCOMPARE(CardRepository(*database).all()->size(), 0);
    }

    void olderSchemaTakesTheMissingSteps()
    {
        Vault vault;
        auto database = vault.open();
        QVERIFY(database);
        QVERIFY(CardRepository(*database).add(vault.card(QStringLiteral("kept"))));
        QVERIFY(migrate(*database, newerSteps));
        QCOMPARE(database->readSchemaVersion().value(), 6);
        QCOMPARE(ask(*database, QStringLiteral("SELECT aim FROM card")).toString(),
                 QStringLiteral("from step three"));
        QCOMPARE(ask(*database, QStringLiteral("SELECT id FROM aim")).toInt(), 7);
        QCOMPARE(CardRepository(*database).all()->first().text, QStringLiteral("kept"));
        // a second time there is nothing to do
        QVERIFY(migrate(*database, newerSteps));
        QCOMPARE(ask(*database, QStringLiteral("SELECT count(*) FROM aim")).toInt(), 1);
    }

    void aStepThatFailsLeavesNoTrace()
    {
        Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        QVERIFY(CardRepository(*database).add(vault.card(QStringLiteral("kept"))));
        const std::array steps{MigrationStep{2, {}}, MigrationStep{3, addColumn},
                               MigrationStep{4, breakInTheMiddle}, MigrationStep{5, addTable}};
        const auto migrated = migrate(*database, steps);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, Error::Refused);
        QCOMPARE(database->readSchemaVersion().value(), 3); // the step before it stays
        QCOMPARE(
            ask(*database, QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")).toInt(),
            0);
        QCOMPARE(CardRepository(*database).all()->first().text, QStringLiteral("kept"));
    }

    void beyondTheLastStepIsTooNew()
    {
        const Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        QVERIFY(migrate(*database, newerSteps));
        const QByteArray before = vault.bytes();
        QCOMPARE(migrate(*database, schemaSteps()).error().kind, Error::TooNew);
        QVERIFY(vault.bytes() == before);
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
