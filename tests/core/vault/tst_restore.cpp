// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <functional>

#include <QTest>

#include <sqlcipher/sqlite3.h>

#include "core/storage/Hardening.h"
#include "core/storage/Schema.h"
#include "core/storage/Schema1.h"
#include "tests/core/vault/BackupPlace.h"

using namespace rapport::vault;
using namespace rapport::vault::test;
namespace storage = rapport::storage;

namespace {

using Change = std::function<void(const Layout &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class RestoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newPhone();
    void overAVault_data();
    void overAVault();
    void overWhatDoesNotOpen_data();
    void overWhatDoesNotOpen();
    void severalProtectors();
    void damagedFiles_data();
    void damagedFiles();
    void earlierSchema();
    void foreignDeclarations_data();
    void foreignDeclarations();
    void stagedIsLost();
    void cancelledAtEachStep();
    void failsAtEachStep_data();
    void failsAtEachStep();

private:
    Source m_source;
};

void RestoreTest::newPhone()
{
    QTemporaryDir folder;
    RestorePlace to(Layout(folder.filePath(QStringLiteral("rapport"))));
    const auto disk = systemDisk();
    const auto keys = to.run(*disk, m_source.file);
    QVERIFY(keys);
    QVERIFY(keys->vaultId == to.founding.vaultId);
    QCOMPARE(to.texts(), m_source.texts);
    QCOMPARE(QDir(to.layout.root()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("vault")});
    QCOMPARE(QDir(to.layout.vault()).entryList(QDir::Files, QDir::Name),
             (QStringList{QStringLiteral("rapport.db"), QStringLiteral("vault.json"),
                          QStringLiteral("vault.json.bak")}));
    // No key of the old one or of the backup opens it.
    QCOMPARE(unlock(*disk, to.layout, byKek(m_source.place.founding.kek)).error().kind, Error::WrongKey);
}

void RestoreTest::overAVault_data()
{
    QTest::addColumn<bool>("exchanges");
    QTest::newRow("in one step") << true;
    QTest::newRow("by two renames") << false;
}

void RestoreTest::overAVault()
{
    QFETCH(bool, exchanges);
    BackupPlace old(0);
    old.add(QStringLiteral("from the day before"));
    old.close();
    SteppedDisk disk([](int) -> Result<void> { return {}; });
    disk.exchanges = exchanges;
    RestorePlace to(old.layout);
    QVERIFY(to.run(disk, m_source.file));
    QCOMPARE(to.texts(), m_source.texts);
    const QStringList aside = oldVaults(old.layout);
    QCOMPARE(aside, QStringList{QStringLiteral("vault.old-20260921T141320Z")});
    QVERIFY(!QFileInfo::exists(Layout::restoredMark(old.layout.vault())));
    QVERIFY(!QFileInfo::exists(old.layout.newVault()));
    // It can be brought back by hand as long as it is there.
    const QString path = old.layout.root() + QLatin1Char('/') + aside.front();
    QVERIFY(QDir().rename(old.layout.vault(), old.layout.root() + QLatin1String("/away")));
    QVERIFY(QDir().rename(path, old.layout.vault()));
    old.open();
    QCOMPARE(old.texts(), QStringList{QStringLiteral("from the day before")});
    // Twice in one second.
    old.close();
    QVERIFY(to.run(disk, m_source.file));
    QVERIFY(to.run(disk, m_source.file));
    QCOMPARE(oldVaults(old.layout).size(), 2);
}

void RestoreTest::overWhatDoesNotOpen_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("headers garbage") << Change([](const Layout &at) {
        put(at.header(), "x");
        put(at.headerCopy(), "x");
    });
    QTest::newRow("notes missing") << Change([](const Layout &at) { QFile::remove(at.database()); });
    QTest::newRow("notes garbage") << Change(
        [](const Layout &at) { put(at.database(), QByteArray(9000, 'x')); });
    QTest::newRow("a hot journal") << Change(
        [](const Layout &at) { put(at.database() + QLatin1String("-journal"), "x"); });
    QTest::newRow("a file named vault") << Change([](const Layout &at) {
        QDir(at.vault()).removeRecursively();
        put(at.vault(), "x");
    });
    QTest::newRow("the folder gone, one set aside") << Change([](const Layout &at) {
        QDir().rename(at.vault(), at.root() + QLatin1String("/vault.old-20200101T000000Z"));
    });
    QTest::newRow("an unfinished one beside it") << Change([](const Layout &at) {
        put(at.newDatabase(), "x");
        put(at.newVault() + QLatin1String("/letter.txt"), "dear");
    });
}

void RestoreTest::overWhatDoesNotOpen()
{
    QFETCH(Change, change);
    BackupPlace old(0);
    old.close();
    change(old.layout);
    const auto before = old.content();
    RestorePlace to(old.layout);
    QVERIFY(to.run(*old.disk, m_source.file));
    QCOMPARE(to.texts(), m_source.texts);
    // All that was there is still there, somewhere.
    const auto after = old.content();
    for (const auto &entry : before) {
        const QString &path = entry.first;
        const QByteArray &content = entry.second;
        if (QFileInfo(path).isDir() || content == "-" || path == old.layout.newDatabase())
            continue;
        QVERIFY2(
            std::any_of(after.begin(), after.end(), [&](const auto &one) { return one.second == content; }),
            qPrintable(path));
    }
}

void RestoreTest::severalProtectors()
{
    QTemporaryDir folder;
    RestorePlace to(Layout(folder.filePath(QStringLiteral("rapport"))));
    const auto disk = systemDisk();
    const auto staged = stageBackup(*disk, to.layout, m_source.file, secret(backupPassphrase), {});
    QVERIFY(staged);
    Kdf kdf = Kdf::create(to.random);
    kdf.memKib = Kdf::minMemKib;
    std::vector<Protector> protectors;
    protectors.push_back(byKek(to.founding.kek));
    protectors.push_back(Protector::passphrase(secret("another passphrase"), kdf));
    QVERIFY(restore(*disk, to.layout, to.random, FixedClock(), *staged, to.founding.vaultId, protectors, {}));
    QVERIFY(unlock(*disk, to.layout, Protector::passphrase(secret("another passphrase"), {})));
    QCOMPARE(to.texts(), m_source.texts);
    QVERIFY(inspect(*disk, to.layout).keychain && inspect(*disk, to.layout).passphrase);
    QCOMPARE(
        restore(*disk, to.layout, to.random, FixedClock(), *staged, to.founding.vaultId, {}, {}).error().kind,
        BackupError::Internal);
}

void RestoreTest::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("expected");
    const QByteArray good = get(m_source.file);
    QTest::newRow("a diary") << QByteArray("dear diary") << static_cast<int>(BackupError::NotABackup);
    QTest::newRow("nothing") << QByteArray() << static_cast<int>(BackupError::NotABackup);
    QTest::newRow("cut in the middle")
        << good.left(good.size() / 2) << static_cast<int>(BackupError::Damaged);
    QTest::newRow("a byte too much") << good + 'x' << static_cast<int>(BackupError::Damaged);
    QByteArray flipped = good;
    flipped[flipped.size() - 30'000] = static_cast<char>(flipped[flipped.size() - 30'000] ^ 4);
    QTest::newRow("a bit near the end") << flipped << static_cast<int>(BackupError::Damaged);
    QByteArray later = good;
    later[7] = '2';
    QTest::newRow("a later one") << later << static_cast<int>(BackupError::NewerVersion);
}

void RestoreTest::damagedFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(int, expected);
    BackupPlace old(1);
    old.close();
    const auto before = old.content();
    const QString path = old.target.filePath(QStringLiteral("b.rapbak"));
    put(path, file);
    RestorePlace to(old.layout);
    const auto restored = to.run(*old.disk, path);
    QCOMPARE(restored ? -1 : static_cast<int>(restored.error().kind), expected);
    QVERIFY(old.content() == before);
    QCOMPARE(to.run(*old.disk, path + QLatin1String(".not")).error().kind, BackupError::CannotRead);
    QCOMPARE(to.run(*old.disk, old.target.path()).error().kind, BackupError::CannotRead);
}

// As it would have been made by the first Rapport.
void RestoreTest::earlierSchema()
{
    QTemporaryDir folder;
    const auto disk = systemDisk();
    Place old;
    QVERIFY(old.createByKeychain());
    QVERIFY(QDir(old.layout.vault()).exists());
    // A database of schema 1 is made with the released statements alone.
    const auto keys = unlock(*old.disk, old.layout, byKek(old.founding.kek));
    QVERIFY(keys);
    QVERIFY(QFile::remove(old.layout.database()));
    const auto raw = keys->raw.front().bytes().first<48>();
    {
        put(old.layout.database(), {});
        const auto made = storage::openHardened(old.layout.database(), raw, false);
        QVERIFY(made);
        const auto run = [&made](const QByteArray &sql) {
            return sqlite3_exec(made->get(), sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
        };
        QVERIFY(run("PRAGMA application_id = " + QByteArray::number(storage::applicationId)));
        for (const char *statement : storage::schema1)
            QVERIFY(run(statement));
        QVERIFY(run("PRAGMA user_version = 1"));
        QVERIFY(
            run("INSERT INTO card (uid, created_utc_ms, created_offset_min, local_day, modified_utc_ms, "
                "private, text, state, position) VALUES "
                "(x'0123456789abcdef0123456789abcdef', 1, 0, 0, 1, 0, 'written long ago', 'written', 1)"));
    }
    storage::DatabaseThread thread;
    QVERIFY(thread
                .open<storage::Error>([&] {
                    return storage::Database::open(old.layout.database(), raw,
                                                   storage::Database::Mode::ReadOnly);
                })
                .result());
    BackupRequest wanted{.file = folder.filePath(QStringLiteral("one.rapbak")),
                         .vaultId = old.founding.vaultId,
                         .createdMs = 1,
                         .memKib = Kdf::minMemKib,
                         .ops = 1};
    QVERIFY(writeBackup(*disk, old.layout, old.random, thread, secret(backupPassphrase), wanted, {}));
    thread.close().waitForFinished();

    RestorePlace to(Layout(folder.filePath(QStringLiteral("rapport"))));
    const auto staged = stageBackup(*disk, to.layout, wanted.file, secret(backupPassphrase), {});
    QVERIFY(staged);
    QCOMPARE(staged->schema, 1);
    QCOMPARE(staged->counts.cards, 1);
    QCOMPARE(staged->counts.pauses, 0);
    QVERIFY(to.restoreStaged(*disk, *staged));
    QCOMPARE(to.texts(), QStringList{QStringLiteral("written long ago")});
}

// Genuine, whole, and made by somebody who means harm.
void RestoreTest::foreignDeclarations_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("taken");
    QTest::newRow("as it was made") << "SELECT 1" << true;
    QTest::newRow("with the library's statistics") << "ANALYZE" << true;
    QTest::newRow("a trigger") << "CREATE TRIGGER later AFTER INSERT ON card BEGIN DELETE FROM person; END"
                               << false;
    QTest::newRow("a view") << "CREATE VIEW all_cards AS SELECT * FROM card" << false;
    QTest::newRow("a table") << "CREATE TABLE more (id INTEGER PRIMARY KEY)" << false;
    QTest::newRow("an index") << "CREATE INDEX extra ON card (text)" << false;
    QTest::newRow("a column") << "ALTER TABLE card ADD COLUMN more TEXT" << false;
    QTest::newRow("one trigger less") << "DROP TRIGGER card_change_no_update" << false;
}

void RestoreTest::foreignDeclarations()
{
    QFETCH(QString, sql);
    QFETCH(const bool, taken);
    BackupPlace old(1);
    const auto altered =
        old.thread.run<void>([sql](storage::Database &database) { return storage::execute(database, sql); })
            .result();
    QVERIFY(altered);
    QVERIFY(old.backUp(old.request()));
    QTemporaryDir folder;
    RestorePlace to(Layout(folder.filePath(QStringLiteral("rapport"))));
    const auto staged = stageBackup(*old.disk, to.layout, old.request().file, secret(backupPassphrase), {});
    QCOMPARE(staged.has_value(), taken);
    if (!taken) {
        QCOMPARE(staged.error().kind, BackupError::Damaged);
        QVERIFY(!QFileInfo::exists(to.layout.restoreScratch()));
    }
}

void RestoreTest::stagedIsLost()
{
    QTemporaryDir folder;
    const auto disk = systemDisk();
    RestorePlace to(Layout(folder.filePath(QStringLiteral("rapport"))));
    const auto staged = stageBackup(*disk, to.layout, m_source.file, secret(backupPassphrase), {});
    QVERIFY(staged);
    QFile image(to.layout.restoreScratch() + QLatin1String("/image.db"));
    QVERIFY(image.open(QIODevice::ReadWrite) && image.seek(5000) && image.write("x") == 1);
    image.close();
    QCOMPARE(to.restoreStaged(*disk, *staged).error().kind, BackupError::Damaged);
    QVERIFY(discardStaged(*disk, to.layout));
    QCOMPARE(to.restoreStaged(*disk, *staged).error().kind, BackupError::Damaged);
    QCOMPARE(inspect(*disk, to.layout).finding, Inspection::Nothing);
}

void RestoreTest::cancelledAtEachStep()
{
    BackupPlace old(1);
    old.close();
    const auto before = old.content();
    RestorePlace to(old.layout);
    int steps = 0;
    for (;; ++steps) {
        int left = steps;
        const Progress counted = [&left](double) { return left-- > 0; };
        const auto staged =
            stageBackup(*old.disk, old.layout, m_source.file, secret(backupPassphrase), counted);
        const auto restored = staged ? to.restoreStaged(*old.disk, *staged, counted)
                                     : BackupResult<Keys>(tl::unexpected(staged.error()));
        if (restored)
            break;
        QCOMPARE(restored.error().kind, BackupError::Cancelled);
        QVERIFY(discardStaged(*old.disk, old.layout));
        QVERIFY(old.content() == before);
    }
    QVERIFY(steps > 4);
    QCOMPARE(to.texts(), m_source.texts);
}

void RestoreTest::failsAtEachStep_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("persistent");
    QTest::addColumn<bool>("exchanges");
    QTest::addColumn<bool>("removes");
    const auto row = [](const char *name, Error::Kind kind, bool persistent, bool exchanges, bool removes) {
        QTest::newRow(name) << static_cast<int>(kind) << persistent << exchanges << removes;
    };
    row("disk full once, one step", Error::DiskFull, false, true, false);
    row("disk full for good, two renames", Error::DiskFull, true, false, false);
    row("not writable once, two renames", Error::CannotWrite, false, false, false);
    // After the exchange vault.new/ holds the old vault: clearing away would still work.
    row("disk full for good, removing works, one step", Error::DiskFull, true, true, true);
    row("disk full for good, removing works, two renames", Error::DiskFull, true, false, true);
}

// After each failure there is the old vault, or at the next start the new one.
void RestoreTest::failsAtEachStep()
{
    QFETCH(int, kind);
    QFETCH(bool, persistent);
    QFETCH(bool, exchanges);
    QFETCH(bool, removes);
    int olds = 0;
    int news = 0;
    BackupPlace whole(1);
    whole.close();
    for (int step = 0;; ++step) {
        const CopiedPlace old(whole);
        SteppedDisk disk([=](int at) -> Result<void> {
            if (at == step || (persistent && at > step))
                return tl::unexpected(Error{static_cast<Error::Kind>(kind)});
            return {};
        });
        disk.exchanges = exchanges;
        disk.removes = removes;
        RestorePlace to(old.layout);
        const auto restored = to.run(disk, m_source.file);
        QVERIFY(inspect(*whole.disk, old.layout).finding != Inspection::Nothing);
        QVERIFY(tidyUp(*whole.disk, old.layout, FixedClock()));
        const bool isNew = to.texts() == m_source.texts;
        const bool isOld = unlock(*whole.disk, old.layout, byKek(whole.founding.kek)).has_value();
        QVERIFY2(isNew != isOld, qPrintable(QString::number(step)));
        if (restored)
            QVERIFY(isNew);
        if (isNew)
            QCOMPARE(oldVaults(old.layout).size(), 1);
        QVERIFY(!QFileInfo::exists(old.layout.restoreScratch()));
        (isNew ? news : olds)++;
        if (restored && step >= disk.steps())
            break;
    }
    qInfo("the old one after %d, the new one after %d", olds, news);
    QVERIFY(olds > 5 && news > 0);
}

QTEST_GUILESS_MAIN(RestoreTest)
#include "tst_restore.moc"
