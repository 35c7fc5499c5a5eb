// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/storage/Database.h"
#include "tests/core/vault/Household.h"

using namespace rapport::vault;
using namespace rapport::vault::test;
using rapport::storage::Database;
using rapport::storage::RawKey;

namespace {

/// Whether a raw key opens a database file.
bool opensFile(const QString &path, const SecretBytes &raw)
{
    return Database::open(path, raw.bytes().first<RawKey::extent>(), Database::Mode::ReadOnly).has_value();
}

/// The files of a vault at one moment.
struct Snapshot
{
    QByteArray header, copy, database;

    static Snapshot of(const Layout &at)
    {
        return {get(at.header()), get(at.headerCopy()), get(at.database())};
    }
};

/// A disk that keeps what the files were before each step.
struct Recorder
{
    explicit Recorder(const Layout &layout)
        : disk([this, layout](int) -> Result<void> {
            before.push_back(Snapshot::of(layout));
            return {};
        })
    {}
    std::vector<Snapshot> before;
    SteppedDisk disk;
};

} // namespace

class VaultRekeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheProtectorsOpen_data();
    void onlyTheProtectorsOpen();
    void theOldKeyOpensNothing();
    void refusals_data();
    void refusals();
    void premigrateCopyGoes();
    void eachStateInBetween_data();
    void eachStateInBetween();
    void everyBitOfTwoGenerations();
    void twice();
};

void VaultRekeyTest::onlyTheProtectorsOpen_data()
{
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<QByteArray>("protectors");
    const auto row = [](const char *name, const char *there, const char *protectors) {
        QTest::newRow(name) << QByteArray(there) << QByteArray(protectors);
    };
    row("the same secrets", "kpr", "kpr");
    row("one of them", "kpr", "r");
    row("other secrets", "kpr", "KPR");
    row("a PIN instead of the key store", "kr", "nr");
    row("the key store instead of a PIN", "nr", "Kr");
    row("a passphrase instead of the key store", "k", "p");
    row("all that there can be", "npr", "NPR");
}

void VaultRekeyTest::onlyTheProtectorsOpen()
{
    QFETCH(QByteArray, there);
    QFETCH(QByteArray, protectors);
    Household home;
    const auto secrets = home.secrets(protectors);
    const auto ended = rekey(*home.disk, home.layout, home.random, home.make(there, there[0]), secrets);
    QVERIFY(!ended.error);
    QCOMPARE(home.unlockingByAnyFile(), sorted(protectors));
    const auto header = VaultHeader::parse(get(home.layout.header()));
    QVERIFY(header && header->generations.size() == 1);
    QCOMPARE(header->generations[0].state, Generation::State::Active);
    QCOMPARE(header->generations[0].id, 2u);
    QCOMPARE(header->seq, ended.keys.seq);
    QCOMPARE(header->keySlots.size(), static_cast<std::size_t>(protectors.size()));
    QCOMPARE(get(home.layout.header()), get(home.layout.headerCopy()));
    QVERIFY(openDatabase(*home.disk, home.layout, ended.keys));
    for (const char name : protectors)
        QCOMPARE(home.rowsBy(name), 3);
    // The folder, three files in it, and the count of wrong tries where there can be any.
    QCOMPARE(home.content().size(),
             QFileInfo::exists(home.layout.attempts()) ? std::size_t{5} : std::size_t{4});
}

void VaultRekeyTest::theOldKeyOpensNothing()
{
    Household home;
    const Keys before = home.make("kp", 'k');
    const QByteArray oldHeader = get(home.layout.header());
    const QByteArray salt = get(home.layout.database()).left(16);
    const auto ended = rekey(*home.disk, home.layout, home.random, home.keysBy('k'), home.secrets("kp"));
    QVERIFY(!ended.error && ended.keys.raw.size() == 1);
    QVERIFY(!opensFile(home.layout.database(), before.raw[0]));
    QVERIFY(opensFile(home.layout.database(), ended.keys.raw[0]));
    QCOMPARE(get(home.layout.database()).left(16), salt);
    QCOMPARE(openDatabase(*home.disk, home.layout, before).error().kind, Error::DatabaseDamaged);
    // A copy of the old header, with a secret that was taken away, is of no use.
    put(home.layout.header(), oldHeader);
    put(home.layout.headerCopy(), oldHeader);
    QCOMPARE(home.rowsBy('k'), -1);
    QCOMPARE(home.rowsBy('p'), -1);
}

void VaultRekeyTest::refusals_data()
{
    QTest::addColumn<QByteArray>("protectors");
    QTest::addColumn<QByteArray>("damage");
    QTest::addColumn<int>("expected");
    QTest::newRow("no protector") << QByteArray() << QByteArray() << int(Error::Refused);
    QTest::newRow("two passphrases") << QByteArray("pP") << QByteArray() << int(Error::Internal);
    QTest::newRow("PIN and key store alone") << QByteArray("kn") << QByteArray() << int(Error::Internal);
    QTest::newRow("damaged page") << QByteArray("k") << QByteArray("page") << int(Error::DatabaseDamaged);
    QTest::newRow("no notes file") << QByteArray("k") << QByteArray("missing") << int(Error::DatabaseMissing);
    QTest::newRow("no header") << QByteArray("k") << QByteArray("headers") << int(Error::HeaderDamaged);
}

void VaultRekeyTest::refusals()
{
    QFETCH(QByteArray, protectors);
    QFETCH(QByteArray, damage);
    QFETCH(int, expected);
    Household home;
    Keys keys = home.make("kp", 'k', 40);
    if (damage == "page") {
        QByteArray file = get(home.layout.database());
        file[file.size() - 2000] = static_cast<char>(file[file.size() - 2000] ^ 1);
        put(home.layout.database(), file);
    } else if (damage == "missing") {
        QVERIFY(QFile::remove(home.layout.database()));
    } else if (damage == "headers") {
        put(home.layout.header(), "");
        put(home.layout.headerCopy(), "");
    }
    const auto before = home.content();
    const auto ended = rekey(*home.disk, home.layout, home.random, std::move(keys), home.secrets(protectors));
    QVERIFY(ended.error);
    QCOMPARE(int(ended.error->kind), expected);
    QCOMPARE(ended.keys.raw.size(), std::size_t{1});
    QVERIFY(home.content() == before);
}

void VaultRekeyTest::premigrateCopyGoes()
{
    Household home;
    Keys keys = home.make("kp", 'k');
    put(home.layout.premigrateCopy(1), get(home.layout.database()));
    QVERIFY(!rekey(*home.disk, home.layout, home.random, std::move(keys), home.secrets("kp")).error);
    QVERIFY(!QFileInfo::exists(home.layout.premigrateCopy(1)));
}

// What the disk holds before each step of a rekey that changes the passphrase,
// put together again as a kill there leaves it.
void VaultRekeyTest::eachStateInBetween_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("newFile"); // the database is under the new key
    QTest::addColumn<char>("openedBy");
    QTest::addColumn<QByteArray>("after"); // what opens in the end; empty: nothing opened, nothing changed
    const auto row = [](const char *name, int step, bool newFile, char openedBy, const char *after) {
        QTest::newRow(name) << step << newFile << openedBy << QByteArray(after);
    };
    row("nothing written", 0, false, 'k', "kp");
    row("vault.json of both, the key store opens", 1, false, 'k', "kp");
    row("vault.json of both, the old passphrase opens", 1, false, 'p', "kp");
    row("vault.json of both, the new passphrase cannot", 1, false, 'P', "");
    row("both files of both, old file, the key store opens", 2, false, 'k', "kp");
    row("both files of both, old file, the old passphrase opens", 2, false, 'p', "kp");
    row("both files of both, old file, the new passphrase cannot", 2, false, 'P', "");
    row("both files of both, new file, the key store opens", 2, true, 'k', "Pk");
    row("both files of both, new file, the new passphrase opens", 2, true, 'P', "Pk");
    row("both files of both, new file, the old passphrase cannot", 2, true, 'p', "");
    row("vault.json of the new one, the key store opens", 3, true, 'k', "Pk");
    row("vault.json of the new one, the new passphrase opens", 3, true, 'P', "Pk");
    row("vault.json of the new one, the old passphrase cannot", 3, true, 'p', "");
}

void VaultRekeyTest::eachStateInBetween()
{
    QFETCH(int, step);
    QFETCH(bool, newFile);
    QFETCH(char, openedBy);
    QFETCH(QByteArray, after);
    Household home;
    Keys keys = home.make("kp", 'k');
    const QByteArray oldFile = get(home.layout.database());
    Recorder recorder(home.layout);
    QVERIFY(!rekey(recorder.disk, home.layout, home.random, std::move(keys), home.secrets("kP")).error);
    QCOMPARE(recorder.before.size(), std::size_t{4}); // each file of the header twice
    QVERIFY(recorder.before[1].database == oldFile && recorder.before[2].database != oldFile);
    const auto &state = recorder.before[static_cast<std::size_t>(step)];
    put(home.layout.header(), state.header);
    put(home.layout.headerCopy(), state.copy);
    put(home.layout.database(), newFile ? recorder.before[3].database : oldFile);

    const auto before = home.content();
    const auto byIt = unlock(*home.disk, home.layout, home.secret(openedBy));
    QVERIFY(byIt);
    const auto opened = openDatabase(*home.disk, home.layout, *byIt);
    if (after.isEmpty()) {
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::WrongKey);
        QVERIFY(home.content() == before);
        return;
    }
    QVERIFY(opened);
    QCOMPARE(home.unlockingByAnyFile(), sorted(after));
    for (const char name : after)
        QCOMPARE(home.rowsBy(name), 3);
    QCOMPARE(get(home.layout.header()), get(home.layout.headerCopy()));
    const auto header = VaultHeader::parse(get(home.layout.header()));
    QCOMPARE(header->generations.size(), std::size_t{1});
    // and the keys of that unlock go on working
    Keys more = home.keysBy('k');
    QVERIFY(changeSlots(*home.disk, home.layout, home.random, more, home.change("r")));
}

void VaultRekeyTest::everyBitOfTwoGenerations()
{
    Household home;
    Keys keys = home.make("kpr", 'k');
    Recorder recorder(home.layout);
    QVERIFY(!rekey(recorder.disk, home.layout, home.random, std::move(keys), home.secrets("kpr")).error);
    const QByteArray good = recorder.before[2].header;
    QCOMPARE(VaultHeader::parse(good)->keySlots.size(), std::size_t{6});
    put(home.layout.header(), good);
    QVERIFY(QFile::remove(home.layout.headerCopy()));
    const Protector kek = home.secret('k');
    QFile file(home.layout.header());
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    int undetected = 0;
    for (qsizetype i = 0; i < good.size() * 8; ++i) {
        const char flipped = static_cast<char>(good[i / 8] ^ (1 << (i % 8)));
        QVERIFY(file.seek(i / 8) && file.putChar(flipped));
        undetected += unlock(*home.disk, home.layout, kek) ? 1 : 0;
        QVERIFY(file.seek(i / 8) && file.putChar(good[i / 8]));
    }
    qInfo("%lld bits flipped: undetected %d", static_cast<long long>(good.size() * 8), undetected);
    QCOMPARE(undetected, 0);
    QCOMPARE(home.rowsBy('k'), 3);
}

void VaultRekeyTest::twice()
{
    Household home;
    auto first = rekey(*home.disk, home.layout, home.random, home.make("k", 'k'), home.secrets("kp"));
    QVERIFY(!first.error);
    QVERIFY(changeSlots(*home.disk, home.layout, home.random, first.keys, home.change("n")));
    const auto second =
        rekey(*home.disk, home.layout, home.random, std::move(first.keys), home.secrets("Nr"));
    QVERIFY(!second.error);
    QCOMPARE(home.unlockingByAnyFile(), QByteArray("Nr"));
    QCOMPARE(home.rowsBy('r'), 3);
}

QTEST_GUILESS_MAIN(VaultRekeyTest)
#include "tst_vaultrekey.moc"
