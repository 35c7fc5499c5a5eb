// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/storage/Schema.h"
#include "tests/core/vault/Child.h"
#include "tests/core/vault/Household.h"
#include "tests/core/vault/PassingDisk.h"

using namespace rapport::vault;
using namespace rapport::vault::test;
using rapport::storage::Database;
using rapport::storage::newestSchemaVersion;
using rapport::storage::RawKey;

namespace {

/// The file as the first schema's app left it: what the second made is gone.
void makeSchema1(Household &home, const Keys &keys)
{
    const auto opened = openDatabase(*home.disk, home.layout, keys);
    for (const char *sql :
         {"DROP TABLE pause", "DROP TRIGGER check_in_gone_from_search", "PRAGMA user_version = 1"}) {
        if (!opened || !rapport::storage::execute(**opened, QLatin1String(sql)))
            throw std::runtime_error("cannot make the first schema");
    }
}

/// The schema that a file has under a key, or −1. A journal is played back.
int schemaOf(const QString &path, const Keys &keys)
{
    const auto opened =
        Database::open(path, keys.raw[0].bytes().first<RawKey::extent>(), Database::Mode::AsItIs);
    return opened && (*opened)->verify() ? (*opened)->schemaVersion() : -1;
}

/// The real disk, with as much room as is said.
class NarrowDisk final : public PassingDisk
{
public:
    explicit NarrowDisk(qint64 bytes)
        : m_bytes(bytes)
    {}
    Result<qint64> room(const QString &) const override { return m_bytes; }

private:
    qint64 m_bytes;
};

} // namespace

/// The copy of the database that a migration leaves until the next unlock.
class PremigrateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptUntilTheNextUnlock();
    void needsRoom_data();
    void needsRoom();
    void failsAtTheCopy();
    void endsAtRandom();
    void goesWithASlot_data();
    void goesWithASlot();
    void onlyOurNames();
};

void PremigrateTest::keptUntilTheNextUnlock()
{
    Household home;
    const Keys keys = home.make("kp", 'k');
    makeSchema1(home, keys);
    const QByteArray before = get(home.layout.database());
    const QString copy = home.layout.premigrateCopy(1);
    {
        const auto opened = openDatabase(*home.disk, home.layout, keys);
        QVERIFY(opened);
        QCOMPARE((*opened)->schemaVersion(), newestSchemaVersion());
        QVERIFY(get(copy) == before);
        QVERIFY(!QFileInfo::exists(copy + QLatin1String("-journal")));
        QCOMPARE(schemaOf(copy, keys), 1);
        QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    QCOMPARE(schemaOf(home.layout.database(), keys), newestSchemaVersion());
    // An unlock that does not come to the database leaves it; the next that does ends it.
    QVERIFY(unlock(*home.disk, home.layout, home.secret('k')));
    QVERIFY(QFileInfo::exists(copy));
    QCOMPARE(home.rowsBy('p'), 3);
    QVERIFY(!QFileInfo::exists(copy));
}

void PremigrateTest::needsRoom_data()
{
    QTest::addColumn<int>("quarters"); // of the file's size
    QTest::addColumn<bool>("enough");
    QTest::newRow("none") << 0 << false;
    QTest::newRow("the copy") << 4 << false;
    QTest::newRow("three times, but not the copy besides") << 15 << false;
    QTest::newRow("the copy and three times") << 16 << true;
}

void PremigrateTest::needsRoom()
{
    QFETCH(int, quarters);
    QFETCH(bool, enough);
    Household home;
    const Keys keys = home.make("k", 'k');
    makeSchema1(home, keys);
    const auto before = home.content();
    NarrowDisk disk(QFileInfo(home.layout.database()).size() / 4 * quarters);
    const auto opened = openDatabase(disk, home.layout, keys);
    QCOMPARE(opened.has_value(), enough);
    if (enough)
        return;
    QCOMPARE(opened.error().kind, Error::DiskFull);
    QVERIFY(home.content() == before);
    QCOMPARE(home.rowsBy('k'), 3); // with room
}

void PremigrateTest::failsAtTheCopy()
{
    Household home;
    const Keys keys = home.make("k", 'k');
    makeSchema1(home, keys);
    const auto before = home.content();
    SteppedDisk disk([](int) -> Result<void> { return tl::unexpected(Error{Error::DiskFull}); });
    QCOMPARE(openDatabase(disk, home.layout, keys).error().kind, Error::DiskFull);
    QCOMPARE(disk.steps(), 1);
    QVERIFY(home.content() == before);
    QCOMPARE(home.rowsBy('k'), 3);
}

void PremigrateTest::endsAtRandom()
{
    int copies = 0;
    int migrated = 0;
    std::mt19937 chance(5);
    Household home;
    const Keys keys = home.make("k", 'k', 100);
    makeSchema1(home, keys);
    const QByteArray old = get(home.layout.database());
    for (int round = 0; round < 25; ++round) {
        put(home.layout.database(), old);
        inChild([&] { return openDatabase(*home.disk, home.layout, keys) ? 0 : 1; },
                static_cast<useconds_t>(500 + chance() % 12'000));
        const QString copy = home.layout.premigrateCopy(1);
        copies += QFileInfo::exists(copy) ? 1 : 0;
        // The copy is whole as soon as it has its name, and so is the file.
        if (QFileInfo::exists(copy))
            QVERIFY(get(copy) == old);
        const bool isOld = schemaOf(home.layout.database(), keys) == 1;
        migrated += isOld ? 0 : 1;
        QCOMPARE(home.rowsBy('k'), 100);
        QCOMPARE(QFileInfo::exists(copy), isOld); // kept by the unlock that migrated, only
        QCOMPARE(home.rowsBy('k'), 100);
        QCOMPARE(home.content().size(), std::size_t{4});
    }
    qInfo("25 rounds: %d left a copy, %d had migrated; rows lost 0", copies, migrated);
}

void PremigrateTest::goesWithASlot_data()
{
    QTest::addColumn<QByteArray>("put");
    QTest::addColumn<QByteArray>("remove");
    QTest::addColumn<bool>("stays");
    QTest::newRow("a slot is added") << QByteArray("r") << QByteArray() << true;
    QTest::newRow("a passphrase is replaced") << QByteArray("P") << QByteArray() << false;
    QTest::newRow("a passphrase is removed") << QByteArray() << QByteArray("p") << false;
    QTest::newRow("a PIN takes the key store's place") << QByteArray("n") << QByteArray() << false;
    QTest::newRow("a change that is refused") << QByteArray() << QByteArray("kp") << true;
}

void PremigrateTest::goesWithASlot()
{
    QFETCH(QByteArray, put);
    QFETCH(QByteArray, remove);
    QFETCH(bool, stays);
    Household home;
    Keys keys = home.make("kp", 'k');
    makeSchema1(home, keys);
    QVERIFY(openDatabase(*home.disk, home.layout, keys));
    static_cast<void>(changeSlots(*home.disk, home.layout, home.random, keys, home.change(put, remove)));
    QCOMPARE(QFileInfo::exists(home.layout.premigrateCopy(1)), stays);
}

void PremigrateTest::onlyOurNames()
{
    Household home;
    home.make("k", 'k');
    const QStringList others{QStringLiteral("premigrate-.db"), QStringLiteral("premigrate-1.db.old"),
                             QStringLiteral("my premigrate-1.db"), QStringLiteral("premigrate-x.db")};
    const QStringList ours{QStringLiteral("premigrate-1.db"), QStringLiteral("premigrate-12.db.tmp")};
    for (const QString &name : others + ours)
        put(home.layout.vault() + u'/' + name, "x");
    QCOMPARE(home.rowsBy('k'), 3);
    for (const QString &name : others)
        QVERIFY(QFileInfo::exists(home.layout.vault() + u'/' + name));
    for (const QString &name : ours)
        QVERIFY(!QFileInfo::exists(home.layout.vault() + u'/' + name));
}

QTEST_GUILESS_MAIN(PremigrateTest)
#include "tst_premigrate.moc"
