// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "tests/core/vault/Household.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

std::vector<SlotType> typesOf(const QByteArray &names)
{
    std::vector<SlotType> types;
    for (const char name : names)
        types.push_back(Household::typeOf(name));
    return types;
}

bool has(const std::vector<SlotType> &types, SlotType type)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// Every subset of some names.
std::vector<QByteArray> subsets(const QByteArray &names)
{
    std::vector<QByteArray> all;
    for (int bits = 0; bits < 1 << names.size(); ++bits) {
        QByteArray some;
        for (int i = 0; i < names.size(); ++i) {
            if (bits & 1 << i)
                some.append(names[i]);
        }
        all.push_back(some);
    }
    return all;
}

} // namespace

class SlotChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data();
    void changes();
    void everyStateAndChange();
    void nothingToChange();
    void aPinNeedsItsKeyAndItsDigits();
    void repairsTheKeychain();
    void laterChangesUseTheSameKeys();
    void keysOfAnotherVault();
    void halfProtectorsAreRefused();
    void everyBitAfterwards();
    void aKillBetweenTheTwoFiles_data();
    void aKillBetweenTheTwoFiles();
    void damagedCopiesAreMadeAnew_data();
    void damagedCopiesAreMadeAnew();
};

void SlotChangeTest::changes_data()
{
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<char>("openedBy");
    QTest::addColumn<QByteArray>("put");
    QTest::addColumn<QByteArray>("remove");
    QTest::addColumn<QByteArray>("after"); // "refused", "mistake", or what opens
    const auto row = [](const char *name, const char *there, char openedBy, const char *put,
                        const char *remove, const char *after) {
        QTest::newRow(name) << QByteArray(there) << openedBy << QByteArray(put) << QByteArray(remove)
                            << QByteArray(after);
    };
    row("add a passphrase", "k", 'k', "p", "", "kp");
    row("add a recovery code", "k", 'k', "r", "", "kr");
    row("add both at once", "k", 'k', "pr", "", "kpr");
    row("a PIN takes the key store's place", "k", 'k', "n", "", "n");
    row("a PIN beside a passphrase", "kp", 'k', "n", "", "np");
    row("a PIN without a keychain slot before", "p", 'p', "n", "", "np");
    row("another PIN", "nr", 'n', "N", "", "Nr");
    row("take the PIN away", "nr", 'n', "k", "", "kr");
    row("take the PIN away, with another key", "nr", 'n', "K", "", "Kr");
    row("remove the PIN, the code opened", "nr", 'r', "", "n", "r");
    row("remove the PIN, the code may be lost", "nr", 'n', "", "n", "refused");
    row("remove the PIN, the last", "n", 'n', "", "n", "refused");
    row("another passphrase", "kp", 'k', "P", "", "Pk");
    row("another passphrase, the old one opened", "kp", 'p', "P", "", "Pk");
    row("another passphrase, nothing else there", "p", 'p', "P", "", "P");
    row("another recovery code", "kr", 'k', "R", "", "Rk");
    row("another key in the key store", "kp", 'p', "K", "", "Kp");
    row("remove the passphrase, the key store opened", "kp", 'k', "", "p", "k");
    row("remove the passphrase, the key store may be lost", "kp", 'p', "", "p", "refused");
    row("remove the passphrase, the last", "p", 'p', "", "p", "refused");
    row("remove the code, the key store opened", "kr", 'k', "", "r", "k");
    row("remove the code, the key store may be lost", "kr", 'r', "", "r", "refused");
    row("remove the code, the key store repaired", "kr", 'r', "K", "r", "K");
    row("remove the keychain slot, the last", "k", 'k', "", "k", "refused");
    row("remove the keychain slot, the passphrase may be lost", "kp", 'k', "", "k", "refused");
    row("remove the keychain slot, the passphrase opened", "kp", 'p', "", "k", "p");
    row("passphrase in place of the key store", "k", 'k', "p", "k", "p");
    row("remove all but the one that opened", "kpr", 'p', "", "kr", "p");
    row("remove all", "kpr", 'p', "", "kpr", "refused");
    row("remove what is not there", "kp", 'k', "", "r", "kp");
    row("all four kinds", "k", 'k', "npr", "", "npr");
    row("PIN and key store together", "p", 'p', "kn", "", "mistake");
    row("two passphrases", "k", 'k', "pP", "", "mistake");
    row("put and remove the same", "k", 'k', "p", "p", "mistake");
}

void SlotChangeTest::changes()
{
    QFETCH(QByteArray, there);
    QFETCH(char, openedBy);
    QFETCH(QByteArray, put);
    QFETCH(QByteArray, remove);
    QFETCH(QByteArray, after);
    Household home;
    Keys keys = home.make(there, openedBy);
    const auto seq = keys.seq;
    const auto before = home.content();
    const auto changed = changeSlots(*home.disk, home.layout, home.random, keys, home.change(put, remove));
    if (after == "refused" || after == "mistake") {
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, after == "refused" ? Error::Refused : Error::Internal);
        QVERIFY(home.content() == before);
        return;
    }
    QVERIFY(changed);
    QCOMPARE(home.unlockingByAnyFile(), sorted(after));
    QCOMPARE(get(home.layout.header()), get(home.layout.headerCopy()));
    const auto header = VaultHeader::parse(get(home.layout.header()));
    QVERIFY(header);
    QCOMPARE(header->seq, after == sorted(there) ? seq : seq + 1);
    QCOMPARE(keys.seq, header->seq);
    QCOMPARE(header->keySlots.size(), static_cast<std::size_t>(after.size()));
    for (const char name : after)
        QCOMPARE(home.rowsBy(name), 3);
    QCOMPARE(home.content().size(), before.size()); // no file more than before
}

/// What must hold for any set of slots and any change of it.
void SlotChangeTest::everyStateAndChange()
{
    int allowed = 0;
    int refused = 0;
    for (const QByteArray &there : subsets("kpnr")) {
        if (there.isEmpty() || (there.contains('k') && there.contains('n')))
            continue;
        for (const QByteArray &proven : subsets(there))
            for (const QByteArray &put : subsets("kpnr"))
                for (const QByteArray &remove : subsets("kpnr")) {
                    const auto after =
                        slotsAfter(typesOf(there), typesOf(proven), typesOf(put), typesOf(remove));
                    const bool mistake =
                        (put.contains('k') && put.contains('n')) ||
                        std::any_of(put.begin(), put.end(), [&](char c) { return remove.contains(c); });
                    if (!after) {
                        QCOMPARE(after.error().kind, mistake ? Error::Internal : Error::Refused);
                        refused += mistake ? 0 : 1;
                        continue;
                    }
                    ++allowed;
                    QVERIFY(!mistake && !after->empty() && after->size() <= VaultHeader::maxSlots);
                    QVERIFY(!(has(*after, SlotType::Pin) && has(*after, SlotType::Keychain)));
                    bool wayIn = false;
                    for (const char name : QByteArray("kpnr")) {
                        const SlotType type = Household::typeOf(name);
                        wayIn = wayIn || (has(*after, type) && (put.contains(name) || proven.contains(name)));
                        QVERIFY(!put.contains(name) || has(*after, type));
                        QVERIFY(!remove.contains(name) || !has(*after, type));
                        QVERIFY(!has(*after, type) || there.contains(name) || put.contains(name));
                    }
                    QVERIFY(wayIn);
                }
    }
    qInfo("%d changes allowed, %d refused", allowed, refused);
    QVERIFY(allowed > 1000 && refused > 100);
}

void SlotChangeTest::nothingToChange()
{
    Household home;
    Keys keys = home.make("kp", 'k');
    const auto before = home.content();
    QVERIFY(changeSlots(*home.disk, home.layout, home.random, keys, {}));
    QVERIFY(home.content() == before);
}

void SlotChangeTest::aPinNeedsItsKeyAndItsDigits()
{
    Household home;
    home.make("nr", 'n');
    const auto opens = [&](const char *digits, const SecretBytes &kek) {
        const auto pin = Protector::pin(bytesOf(digits), SecretBytes::copyOf(kek.bytes()), quickKdf(9));
        return unlock(*home.disk, home.layout, pin).has_value();
    };
    QVERIFY(opens("271828", home.founding.kek));
    QVERIFY(!opens("271829", home.founding.kek));
    QVERIFY(!opens("271828", home.otherKek));
    QVERIFY(!opens("271828", {}));
    QVERIFY(!unlock(*home.disk, home.layout, byKek(home.founding.kek)));
}

void SlotChangeTest::repairsTheKeychain()
{
    Household home;
    Keys keys = home.make("kr", 'r'); // the key store's entry is gone
    QVERIFY(changeSlots(*home.disk, home.layout, home.random, keys, home.change("K")));
    QCOMPARE(home.unlockingByAnyFile(), QByteArray("Kr"));
    QVERIFY(keys.proven == (std::vector{SlotType::Recovery, SlotType::Keychain}));
    // the new one is proven now, so the code may go
    QVERIFY(changeSlots(*home.disk, home.layout, home.random, keys, home.change("", "r")));
    QCOMPARE(home.unlockingByAnyFile(), QByteArray("K"));
}

void SlotChangeTest::laterChangesUseTheSameKeys()
{
    Household home;
    Keys keys = home.make("k", 'k');
    for (const char *put : {"p", "P", "r", "n", "N", "R", "k", "n"})
        QVERIFY(changeSlots(*home.disk, home.layout, home.random, keys, home.change(put)));
    QCOMPARE(home.unlockingByAnyFile(), QByteArray("PRn"));
    QCOMPARE(home.rowsBy('n'), 3);
    const auto header = VaultHeader::parse(get(home.layout.header()));
    QCOMPARE(header->seq, std::uint64_t{9}); // made, then changed eight times
}

void SlotChangeTest::keysOfAnotherVault()
{
    Household home;
    home.make("kp", 'k');
    Household other;
    other.random = SeededRandom(7);
    other.makeNew("kp", 3);
    Keys keys = other.keysBy('k');
    const auto before = home.content();
    QCOMPARE(changeSlots(*home.disk, home.layout, home.random, keys, home.change("r")).error().kind,
             Error::HeaderDamaged);
    QVERIFY(home.content() == before);
}

void SlotChangeTest::halfProtectorsAreRefused()
{
    Household home;
    Keys keys = home.make("k", 'k');
    const auto before = home.content();
    std::vector<Protector> halves;
    halves.push_back(Protector::keychain(SecretBytes(31)));
    halves.push_back(Protector::pin(bytesOf("271828"), {}, quickKdf(1)));
    halves.push_back({.type = SlotType::Passphrase, .secret = bytesOf("without a kdf")});
    halves.push_back(Protector::passphrase(bytesOf("too much"), {.ops = 17}));
    for (Protector &half : halves) {
        SlotChange change;
        change.put.push_back(std::move(half));
        QCOMPARE(changeSlots(*home.disk, home.layout, home.random, keys, change).error().kind,
                 Error::Internal);
    }
    QVERIFY(home.content() == before);
}

void SlotChangeTest::everyBitAfterwards()
{
    Household home;
    home.make("kpr", 'k');
    const QByteArray good = get(home.layout.header());
    QVERIFY(QFile::remove(home.layout.headerCopy()));
    int undetected = 0;
    const Protector kek = home.secret('k');
    QFile file(home.layout.header());
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    for (qsizetype i = 0; i < good.size() * 8; ++i) {
        const char flipped = static_cast<char>(good[i / 8] ^ (1 << (i % 8)));
        QVERIFY(file.seek(i / 8) && file.putChar(flipped));
        undetected += unlock(*home.disk, home.layout, kek) ? 1 : 0;
        QVERIFY(file.seek(i / 8) && file.putChar(good[i / 8]));
    }
    QVERIFY(unlock(*home.disk, home.layout, kek));
    qInfo("%lld bits flipped: undetected %d", static_cast<long long>(good.size() * 8), undetected);
    QCOMPARE(undetected, 0);
}

void SlotChangeTest::aKillBetweenTheTwoFiles_data()
{
    QTest::addColumn<char>("openedBy");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("the new passphrase decides for the new set") << 'P' << QByteArray("Pk");
    QTest::newRow("the old passphrase decides for the old set") << 'p' << QByteArray("kp");
    QTest::newRow("what opens both decides for the new set") << 'k' << QByteArray("Pk");
}

void SlotChangeTest::aKillBetweenTheTwoFiles()
{
    QFETCH(char, openedBy);
    QFETCH(QByteArray, after);
    Household home;
    Keys keys = home.make("kp", 'k');
    const QByteArray before = get(home.layout.headerCopy());
    QVERIFY(changeSlots(*home.disk, home.layout, home.random, keys, home.change("P")));
    put(home.layout.headerCopy(), before);
    put(home.layout.headerCopy() + QLatin1String(".tmp"), get(home.layout.header()));
    QCOMPARE(home.unlocking(), QByteArray("kpP"));
    QCOMPARE(home.rowsBy(openedBy), 3);
    QCOMPARE(home.unlockingByAnyFile(), after);
    QCOMPARE(get(home.layout.header()), get(home.layout.headerCopy()));
    const auto header = VaultHeader::parse(get(home.layout.header()));
    QVERIFY(header->seq >= keys.seq);
    QCOMPARE(home.content().size(), std::size_t{4});
    QCOMPARE(home.rowsBy('k'), 3);
}

void SlotChangeTest::damagedCopiesAreMadeAnew_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("vault.json cut") << QString() << QByteArray("{\"format\":1");
    QTest::newRow("vault.json missing") << QString() << QByteArray();
    QTest::newRow("copy cut") << QStringLiteral(".bak") << QByteArray("{\"format\":1");
    QTest::newRow("copy missing") << QStringLiteral(".bak") << QByteArray();
}

void SlotChangeTest::damagedCopiesAreMadeAnew()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, content);
    Household home;
    home.make("kp", 'k');
    const QByteArray good = get(home.layout.header());
    QVERIFY(QFile::remove(home.layout.header() + suffix));
    if (!content.isEmpty())
        put(home.layout.header() + suffix, content);
    QVERIFY(home.unlocking("k") == "k"); // looking mends nothing
    QCOMPARE(get(home.layout.header() + suffix), content);
    QCOMPARE(home.rowsBy('k'), 3);
    QCOMPARE(get(home.layout.header()), good);
    QCOMPARE(get(home.layout.headerCopy()), good);
}

QTEST_GUILESS_MAIN(SlotChangeTest)
#include "tst_slotchange.moc"
