// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/vault/Erasing.h"
#include "core/vault/OldCopies.h"
#include "tests/core/vault/Household.h"
#include "tests/core/vault/PassingDisk.h"

using namespace rapport::vault;
using namespace rapport::vault::test;
using rapport::storage::Database;
using rapport::storage::RawKey;

namespace {

/// Copies the vault as it is into a folder beside it.
void copyVault(const Household &home, const QString &name)
{
    const QString to = home.layout.root() + QLatin1Char('/') + name;
    put(to + QLatin1String("/vault.json"), get(home.layout.header()));
    put(to + QLatin1String("/vault.json.bak"), get(home.layout.headerCopy()));
    put(to + QLatin1String("/rapport.db"), get(home.layout.database()));
}

/// How many databases anywhere under the root one of the keys opens.
int openedBy(const Household &home, const Keys &keys)
{
    int opened = 0;
    for (const auto &[path, content] : home.content()) {
        if (!path.endsWith(QLatin1String(".db")))
            continue;
        for (const SecretBytes &raw : keys.raw) {
            if (Database::open(path, raw.bytes().first<RawKey::extent>(), Database::Mode::ReadOnly))
                ++opened;
        }
    }
    return opened;
}

/// In how many folders under the root a secret finds a key to anything.
int unlockedBy(const Household &home, char name)
{
    int unlocked = 0;
    for (const auto &[path, content] : home.content()) {
        if (!QFileInfo(path).fileName().startsWith(QLatin1String("vault.json")))
            continue;
        const QTemporaryDir apart;
        const Layout there(apart.path() + QLatin1String("/rapport"));
        put(there.header(), content);
        if (unlock(*home.disk, there, home.secret(name)))
            ++unlocked;
    }
    return unlocked;
}

class KeepsQuarantine final : public PassingDisk
{
public:
    Result<void> remove(const QString &path) override
    {
        if (path.contains(QLatin1String("/quarantine")))
            return tl::unexpected(Error{Error::CannotWrite});
        return PassingDisk::remove(path);
    }
};

} // namespace

class OldCopiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsThere_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("setAside");
        QTest::addColumn<bool>("damaged");
        QTest::newRow("nothing") << "" << 0 << false;
        QTest::newRow("set aside") << "vault.old-20260210T090000Z" << 1 << false;
        QTest::newRow("set aside, its time unknown") << "vault.old-unknown" << 1 << false;
        QTest::newRow("damaged") << "quarantine/2026-02-01T090000Z" << 0 << true;
        QTest::newRow("a salvage that was given up") << "salvage" << 0 << true;
        QTest::newRow("a restore that was killed") << "vault.new" << 0 << true;
    }
    void whatIsThere()
    {
        QFETCH(const QString, folder);
        QFETCH(const int, setAside);
        QFETCH(const bool, damaged);
        Household home;
        home.make("k", 'k');
        const auto before = home.content();
        if (!folder.isEmpty())
            copyVault(home, folder);
        const auto found = oldCopies(*home.disk, home.layout);
        QVERIFY(found);
        QCOMPARE(found->setAside, setAside);
        QCOMPARE(found->damaged, damaged);
        QCOMPARE(found->any(), !folder.isEmpty());

        QVERIFY(removeOldCopies(*home.disk, home.layout).all);
        QVERIFY(!oldCopies(*home.disk, home.layout)->any());
        QCOMPARE(home.content(), before); // and nothing else is different
    }

    // The whole point of it: a passphrase that was taken away, and whoever had
    // copied the files while it counted.
    void aRemovedPassphraseOpensNothing()
    {
        Household home;
        Keys keys = home.make("kp", 'k');
        const Keys stolen = home.keysBy('p');
        for (const char *name : {"vault.old-20260210T090000Z", "vault.old-unknown", "salvage",
                                 "quarantine/2026-02-01T090000Z", "quarantine/0"})
            copyVault(home, QLatin1String(name));
        QVERIFY(changeSlots(*home.disk, home.layout, home.random, keys, home.change({}, "p")));
        QCOMPARE(openedBy(home, stolen), 6); // also the vault itself

        const auto protectors = home.secrets("k");
        const auto rekeyed = rekey(*home.disk, home.layout, home.random, home.keysBy('k'), protectors);
        QVERIFY(!rekeyed.error);
        QCOMPARE(openedBy(home, stolen), 5);
        QCOMPARE(unlockedBy(home, 'p'), 10);

        QVERIFY(removeOldCopies(*home.disk, home.layout).all);
        QCOMPARE(openedBy(home, stolen), 0);
        QCOMPARE(unlockedBy(home, 'p'), 0);
        QCOMPARE(home.rowsBy('k'), 3);
    }

    void itsStepsAreTold()
    {
        Household home;
        Keys keys = home.make("k", 'k');
        const auto protectors = home.secrets("k");
        QList<RekeyStep> steps;
        const auto rekeyed = rekey(*home.disk, home.layout, home.random, std::move(keys), protectors,
                                   [&steps](RekeyStep step) { steps << step; });
        QVERIFY(!rekeyed.error);
        QCOMPARE(steps,
                 (QList<RekeyStep>{RekeyStep::LookingOver, RekeyStep::Encrypting, RekeyStep::LookingAgain}));
    }

    void onlyBesideAVault()
    {
        Household home;
        home.make("k", 'k');
        copyVault(home, QStringLiteral("vault.old-20260210T090000Z"));
        QVERIFY(removeFolder(*home.disk, home.layout.vault()));
        const auto before = home.content();
        const auto refused = removeOldCopies(*home.disk, home.layout);
        QVERIFY(!refused.all);
        QCOMPARE(refused.all.error().kind, Error::Refused);
        QVERIFY(refused.vaults.empty());
        QCOMPARE(home.content(), before);
    }

    void whatIsOnItsWayStays()
    {
        Household home;
        home.make("k", 'k');
        put(home.layout.salvagedDatabase(), "saved");
        put(home.layout.salvageMark(), "2026-02-01T090000Z");
        QVERIFY(!oldCopies(*home.disk, home.layout)->any());
        QVERIFY(removeOldCopies(*home.disk, home.layout).all);
        QCOMPARE(get(home.layout.salvagedDatabase()), QByteArray("saved"));
    }

    void theIdsOfThoseThatGo()
    {
        Household home;
        home.make("k", 'k');
        copyVault(home, QStringLiteral("vault.old-20260210T090000Z")); // of the same vault: its key stays
        QCOMPARE(removeOldCopies(*home.disk, home.layout).vaults.size(), std::size_t{0});

        Household other;
        other.founding.vaultId = *rapport::domain::Uid::fromBytes(QByteArray(16, 'o'));
        other.makeNew("k", 0);
        const QString aside = home.layout.root() + QLatin1String("/vault.old-20260210T090000Z");
        put(aside + QLatin1String("/vault.json"), get(other.layout.header()));
        put(aside + QLatin1String("/rapport.db"), get(other.layout.database()));
        put(home.layout.quarantine() + QLatin1String("/0/rapport.db"), "damaged");
        // The key of what is gone is told even where the rest does not go.
        KeepsQuarantine stubborn;
        const auto some = removeOldCopies(stubborn, home.layout);
        QVERIFY(!some.all);
        QCOMPARE(some.vaults, std::vector{other.founding.vaultId});
        QVERIFY(!QFileInfo::exists(aside));
        QVERIFY(QFileInfo::exists(home.layout.quarantine() + QLatin1String("/0/rapport.db")));
        const auto rest = removeOldCopies(*home.disk, home.layout);
        QVERIFY(rest.all && rest.vaults.empty());
    }
};

QTEST_GUILESS_MAIN(OldCopiesTest)
#include "tst_oldcopies.moc"
