// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/CardRepository.h"
#include "core/storage/Migration.h"
#include "core/storage/Schema.h"
#include "core/storage/Statement.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::storage;
using namespace rapport::tests;
using Mode = Database::Mode;

namespace {

constexpr const char *addColumn[] = {
    "ALTER TABLE card ADD COLUMN aim TEXT",
    "UPDATE card SET aim = 'from step two'",
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
    MigrationStep{2, addColumn},
    MigrationStep{5, addTable, numberAims},
};
static_assert(ascends(newerSteps));
static_assert(!ascends(std::array{MigrationStep{2}, MigrationStep{2}}));
static_assert(!ascends(std::array{MigrationStep{2}, MigrationStep{1}}));
static_assert(!ascends(std::array{MigrationStep{0}}));
static_assert(!ascends(std::span<const MigrationStep>{}));

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
              "check_in", "mood_day", "search_text", "import_batch"}) {
            const auto sql = QStringLiteral("SELECT strict FROM pragma_table_list WHERE name = '%1'")
                                 .arg(QLatin1String(table));
            QVERIFY2(ask(*database, sql).toInt() == 1, table);
        }
    }

    void everyUserRowHasTheFrozenColumns_data()
    {
        QTest::addColumn<QString>("table");
        for (const char *table : {"person", "card", "session", "note", "share", "check_in"})
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

    void emptyEncryptedFileRunsAllSteps()
    {
        // What a kill right after the first page leaves.
        const Vault vault;
        QVERIFY(vault.open());
        auto database = vault.open();
        for (const char *table :
             {"search_index", "search_text", "card_change", "note_line", "share", "note", "card", "session",
              "person", "check_in", "mood_day", "draft", "setting", "import_batch"})
            QCOMPARE(tryRun(*database, QStringLiteral("DROP TABLE %1").arg(QLatin1String(table))), QString());
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
        QCOMPARE(database->readSchemaVersion().value(), 5);
        QCOMPARE(ask(*database, QStringLiteral("SELECT aim FROM card")).toString(),
                 QStringLiteral("from step two"));
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
        const std::array steps{MigrationStep{1, {}}, MigrationStep{2, addColumn},
                               MigrationStep{3, breakInTheMiddle}, MigrationStep{4, addTable}};
        const auto migrated = migrate(*database, steps);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, Error::Refused);
        QCOMPARE(database->readSchemaVersion().value(), 2); // the step before it stays
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

    /// Every vault that a released version wrote (tests/data/vaults/schema-N,
    /// key 1) still opens, and nothing in it is lost.
    void releasedVaults()
    {
        const QString folder = QFINDTESTDATA("../../data/vaults");
        if (folder.isEmpty())
            QSKIP("nothing is released yet");
        const QStringList schemas = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &schema : schemas) {
            const Vault vault;
            QVERIFY(QFile::copy(folder + u'/' + schema + QStringLiteral("/rapport.db"), vault.path()));
            QVERIFY(QFile::setPermissions(vault.path(), QFile::ReadOwner | QFile::WriteOwner));
            int cards = 0;
            {
                auto old = vault.tryOpen(Mode::ReadOnly);
                QVERIFY2(old, qPrintable(schema));
                cards =
                    ask(**old, QStringLiteral("SELECT count(*) FROM card WHERE deleted_at IS NULL")).toInt();
            }
            const auto database = vault.open();
            QVERIFY2(database, qPrintable(schema));
            QVERIFY(database->verify());
            QCOMPARE(CardRepository(*database).all()->size(), cards);
        }
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
