// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because each failure of a file meets each way to open it.

// Longer than 400 lines: the table of damages belongs beside what must come of each.

#include <array>
#include <functional>

#include <QTest>

#include "core/storage/DraftRepository.h"
#include "core/vault/VaultHeader.h"
#include "tests/core/vault/Place.h"

#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

int modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? static_cast<int>(info.st_mode & 0777)
                                                                   : -1;
}

SecretBytes secret(const char *text)
{
    QString typed = QString::fromUtf8(text);
    return SecretBytes::fromUtf8(typed);
}

using Damage = std::function<void(const Layout &)>;

QByteArray withNumber(const QByteArray &header, const char *member, int value)
{
    QByteArray changed = header;
    const QByteArray before = QByteArray("\"") + member + "\":1";
    return changed.replace(before, QByteArray("\"") + member + "\":" + QByteArray::number(value));
}

void damageBoth(const Layout &at, const QByteArray &content)
{
    put(at.header(), content);
    put(at.headerCopy(), content);
}

/// One byte in its place: writing a file anew 9,000 times takes half a minute,
/// since some file systems sync one that was cut to nothing.
void putAt(const QString &path, qint64 offset, char byte)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset) || file.write(&byte, 1) != 1)
        throw std::runtime_error("cannot write the test's file");
}

/// While it lives, permissions hold this thread back even if it is root's.
class OrdinaryUser
{
public:
    OrdinaryUser()
    {
        read(m_before);
        Capabilities less = m_before;
        less[0].effective &= ~(1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH);
        write(less);
    }
    ~OrdinaryUser() { write(m_before); }
    OrdinaryUser(const OrdinaryUser &) = delete;
    OrdinaryUser &operator=(const OrdinaryUser &) = delete;

private:
    using Capabilities = std::array<__user_cap_data_struct, 2>;
    static void read(Capabilities &data)
    {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        if (::syscall(SYS_capget, &header, data.data()) != 0)
            std::abort();
    }
    static void write(const Capabilities &data)
    {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        if (::syscall(SYS_capset, &header, data.data()) != 0)
            std::abort();
    }
    Capabilities m_before{};
};

} // namespace

Q_DECLARE_METATYPE(Damage)

class VaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstRun();
    void permissions();
    void passphraseVault();
    void wrongKeysChangeNothing();
    void refusesToCreate_data();
    void refusesToCreate();
    void leftOverNewVault();
    void strangersFileIsSetAside();
    void damage_data();
    void damage();
    void everyBitOfTheHeader();
    void halfwayThroughARekey();
    void readOnly();
    void unreadableIsNotEmpty();
};

void VaultTest::firstRun()
{
    Place place;
    QCOMPARE(inspect(*place.disk, place.layout).finding, Inspection::Nothing);
    QVERIFY(!QFileInfo::exists(place.layout.root())); // looking makes nothing
    const auto keys = place.createByKeychain();
    QVERIFY(keys);
    QVERIFY(!QFileInfo::exists(place.layout.newVault()));
    const Inspection found = inspect(*place.disk, place.layout);
    QCOMPARE(found.finding, Inspection::Vault);
    QVERIFY(found.keychain && !found.passphrase && found.vaultId == place.founding.vaultId);
    {
        auto opened = openDatabase(*place.disk, place.layout, *keys);
        QVERIFY(opened);
        QVERIFY(
            rapport::storage::SettingRepository(**opened).save(QStringLiteral("a"), QStringLiteral("heron")));
    }
    auto again = place.openByKek();
    QVERIFY(again);
    QCOMPARE(*rapport::storage::SettingRepository(**again).value(QStringLiteral("a")),
             QStringLiteral("heron"));
    QVERIFY((*again)->verify());
    const QByteArray file = get(place.layout.database());
    QVERIFY(!file.startsWith("SQLite format 3") && !file.contains("heron"));
    QCOMPARE(keyStoreName(place.founding.vaultId).size(), 40);
}

void VaultTest::permissions()
{
    Place place;
    const auto before = ::umask(0); // the widest there is
    const bool made = place.createByKeychain().has_value();
    ::umask(before);
    QVERIFY(made);
    for (const QString &directory : {place.layout.root(), place.layout.vault()})
        QCOMPARE(modeOf(directory), 0700);
    for (const QString &file : {place.layout.header(), place.layout.headerCopy(), place.layout.database()})
        QCOMPARE(modeOf(file), 0600);
    QCOMPARE(get(place.layout.header()), get(place.layout.headerCopy()));
    QCOMPARE(place.content().size(), std::size_t{4}); // the directory and its three files
}

void VaultTest::passphraseVault()
{
    Place place;
    const auto made =
        create(*place.disk, place.layout, place.random, place.founding.vaultId,
               Protector::passphrase(secret("the heron stands in cold water"), Kdf::create(place.random)));
    QVERIFY(made);
    const Inspection found = inspect(*place.disk, place.layout);
    QVERIFY(found.passphrase && !found.keychain);
    const auto before = place.content();
    for (const char *wrong : {"", "the heron stands in cold wate", "The heron stands in cold water"})
        QCOMPARE(unlock(*place.disk, place.layout, Protector::passphrase(secret(wrong), {})).error().kind,
                 Error::WrongKey);
    QVERIFY(place.content() == before);
    QCOMPARE(place.openByKek().error().kind, Error::WrongKey);
    const auto keys = unlock(*place.disk, place.layout,
                             Protector::passphrase(secret("the heron stands in cold water"), {}));
    QVERIFY(keys && keys->raw.size() == 1);
    QVERIFY(openDatabase(*place.disk, place.layout, *keys));
}

void VaultTest::wrongKeysChangeNothing()
{
    Place place;
    QVERIFY(place.createByKeychain());
    const auto before = place.content();
    SecretBytes wrong(32);
    int opened = 0;
    for (int i = 0; i < 1'000; ++i) {
        place.random.fill(wrong.bytes());
        opened += unlock(*place.disk, place.layout, byKek(wrong)) ? 1 : 0;
    }
    for (const std::size_t size : {0u, 31u, 33u, 64u})
        QCOMPARE(unlock(*place.disk, place.layout, byKek(SecretBytes(size))).error().kind, Error::WrongKey);
    QCOMPARE(opened, 0);
    // A key that does not belong to the file, as if the files of two vaults were mixed.
    Keys mixed{place.founding.vaultId, {}};
    mixed.raw.emplace_back(48u);
    QCOMPARE(openDatabase(*place.disk, place.layout, mixed).error().kind, Error::DatabaseDamaged);
    QVERIFY(place.content() == before);
}

void VaultTest::refusesToCreate_data()
{
    QTest::addColumn<Damage>("there");
    QTest::newRow("vault.json") << Damage([](const Layout &at) { put(at.header(), "x"); });
    QTest::newRow("empty vault.json") << Damage([](const Layout &at) { put(at.header(), ""); });
    QTest::newRow("vault.json.bak") << Damage([](const Layout &at) { put(at.headerCopy(), "x"); });
    QTest::newRow("rapport.db") << Damage([](const Layout &at) { put(at.database(), "x"); });
    QTest::newRow("a journal") << Damage(
        [](const Layout &at) { put(at.database() + QLatin1String("-journal"), "x"); });
    QTest::newRow("a copy from a migration")
        << Damage([](const Layout &at) { put(at.vault() + QLatin1String("/premigrate-3.db"), "x"); });
    QTest::newRow("a vault set aside")
        << Damage([](const Layout &at) { put(at.root() + QLatin1String("/vault.old-1/rapport.db"), "x"); });
    QTest::newRow("a file named vault") << Damage([](const Layout &at) { put(at.vault(), "x"); });
    QTest::newRow("a link to nowhere") << Damage([](const Layout &at) {
        QDir().mkpath(at.root());
        QFile::link(QStringLiteral("/nowhere/at/all"), at.vault());
    });
}

void VaultTest::refusesToCreate()
{
    QFETCH(Damage, there);
    Place place;
    there(place.layout);
    const auto before = place.content();
    QCOMPARE(inspect(*place.disk, place.layout).finding, Inspection::Failed);
    QCOMPARE(place.createByKeychain().error().kind, Error::NotFirstRun);
    QVERIFY(place.content() == before);
}

void VaultTest::leftOverNewVault()
{
    Place place;
    for (const QString &file :
         {place.layout.newHeader(), place.layout.newHeaderCopy(), place.layout.newDatabase(),
          place.layout.newDatabase() + QLatin1String("-journal"),
          place.layout.newHeader() + QLatin1String(".tmp")})
        put(file, "left over");
    QDir().mkpath(place.layout.vault()); // an empty one holds nothing either
    QCOMPARE(inspect(*place.disk, place.layout).finding, Inspection::Nothing);
    QVERIFY(place.createByKeychain());
    QVERIFY(place.openByKek());
    QVERIFY(!QFileInfo::exists(place.layout.newVault()) && !QFileInfo::exists(place.layout.quarantine()));
}

void VaultTest::strangersFileIsSetAside()
{
    Place place;
    put(place.layout.newVault() + QLatin1String("/letter.txt"), "dear");
    QVERIFY(place.createByKeychain());
    QVERIFY(place.openByKek());
    const QString aside =
        place.layout.quarantine() + QLatin1String("/vault.new-") + place.founding.vaultId.toString();
    QCOMPARE(get(aside + QLatin1String("/letter.txt")), QByteArray("dear"));
}

void VaultTest::damage_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<int>("expected"); // −1: opens all the same
    const auto row = [](const char *name, int expected, const Damage &damage) {
        QTest::newRow(name) << damage << expected;
    };
    const QByteArray garbage(4096, 'g');
    row("untouched", -1, [](const Layout &) {});
    row("header garbage, copy good", -1, [=](const Layout &at) { put(at.header(), garbage); });
    row("header empty, copy good", -1, [](const Layout &at) { put(at.header(), ""); });
    row("header missing, copy good", -1, [](const Layout &at) { QFile::remove(at.header()); });
    row("copy garbage", -1, [=](const Layout &at) { put(at.headerCopy(), garbage); });
    row("copy missing", -1, [](const Layout &at) { QFile::remove(at.headerCopy()); });
    row("both garbage", Error::HeaderDamaged, [=](const Layout &at) { damageBoth(at, garbage); });
    row("both empty", Error::HeaderDamaged, [](const Layout &at) { damageBoth(at, ""); });
    row("both enormous", Error::HeaderDamaged,
        [](const Layout &at) { damageBoth(at, QByteArray(1 << 24, ' ')); });
    row("both missing", Error::HeaderDamaged, [](const Layout &at) {
        QFile::remove(at.header());
        QFile::remove(at.headerCopy());
    });
    row("both another seq", Error::HeaderDamaged,
        [](const Layout &at) { damageBoth(at, withNumber(get(at.header()), "seq", 2)); });
    row("newer format", Error::NewerVersion,
        [](const Layout &at) { damageBoth(at, withNumber(get(at.header()), "format", 2)); });
    row("newer min_reader", Error::NewerVersion,
        [](const Layout &at) { damageBoth(at, withNumber(get(at.header()), "min_reader", 2)); });
    row("newer, copy not yet", Error::NewerVersion,
        [](const Layout &at) { put(at.header(), withNumber(get(at.header()), "min_reader", 2)); });
    row("notes missing", Error::DatabaseMissing, [](const Layout &at) { QFile::remove(at.database()); });
    row("notes empty", Error::DatabaseMissing, [](const Layout &at) { put(at.database(), ""); });
    row("notes garbage", Error::DatabaseDamaged, [=](const Layout &at) { put(at.database(), garbage); });
    row("notes short garbage", Error::DatabaseDamaged,
        [](const Layout &at) { put(at.database(), "garbage"); });
    row("notes plain SQLite", Error::DatabaseDamaged, [](const Layout &at) {
        put(at.database(), QByteArray("SQLite format 3").append(QByteArray(8177, '\0')));
    });
    row("notes a directory", Error::DatabaseDamaged, [](const Layout &at) {
        QFile::remove(at.database());
        QDir().mkpath(at.database());
    });
    row("first page damaged", Error::DatabaseDamaged, [](const Layout &at) {
        QByteArray file = get(at.database());
        file[100] = static_cast<char>(file[100] ^ 1);
        put(at.database(), file);
    });
}

void VaultTest::damage()
{
    QFETCH(Damage, damage);
    QFETCH(int, expected);
    Place place;
    QVERIFY(place.createByKeychain());
    damage(place.layout);
    const auto before = place.content();
    const auto opened = place.openByKek();
    QCOMPARE(opened ? -1 : static_cast<int>(opened.error().kind), expected);
    if (expected >= 0) {
        QCOMPARE(place.createByKeychain().error().kind, Error::NotFirstRun);
        QVERIFY(place.content() == before);
    }
    QVERIFY(inspect(*place.disk, place.layout).finding != Inspection::Nothing);
}

void VaultTest::everyBitOfTheHeader()
{
    Place place;
    QVERIFY(place.createByKeychain());
    const QByteArray good = get(place.layout.header());
    int undetected = 0;
    int notRescued = 0;
    for (qsizetype i = 0; i < good.size() * 8; ++i) {
        const char flipped = static_cast<char>(good[i / 8] ^ (1 << (i % 8)));
        putAt(place.layout.header(), i / 8, flipped);
        putAt(place.layout.headerCopy(), i / 8, flipped);
        undetected += unlock(*place.disk, place.layout, byKek(place.founding.kek)) ? 1 : 0;
        putAt(place.layout.headerCopy(), i / 8, good[i / 8]);
        const auto rescued = unlock(*place.disk, place.layout, byKek(place.founding.kek));
        putAt(place.layout.header(), i / 8, good[i / 8]);
        notRescued += rescued || rescued.error().kind == Error::NewerVersion ? 0 : 1;
    }
    qInfo("%lld bits flipped: undetected %d, not rescued by the copy %d",
          static_cast<long long>(good.size() * 8), undetected, notRescued);
    QCOMPARE(undetected, 0);
    QCOMPARE(notRescued, 0);
}

void VaultTest::halfwayThroughARekey()
{
    Place place;
    QVERIFY(place.createByKeychain());
    // As if the database were under the incoming key already: what was the
    // active key becomes the incoming one, next to another.
    auto header = *VaultHeader::parse(get(place.layout.header()));
    const auto real = unwrap(header.keySlots[0], header.vaultId, place.founding.kek);
    SecretBytes other(32);
    place.random.fill(other.bytes());
    header.seq = 2;
    header.generations.push_back(header.generations[0]);
    header.generations[1].id = 2;
    header.generations[1].state = Generation::State::Incoming;
    place.random.fill(header.generations[0].dbSalt);
    header.keySlots.push_back({.id = 2, .type = SlotType::Keychain, .gen = 2});
    QVERIFY(wrap(header.keySlots[0], header.vaultId, place.founding.kek, other, place.random));
    QVERIFY(wrap(header.keySlots[1], header.vaultId, place.founding.kek, *real, place.random));
    header.macs = {*headerTag(header, other), *headerTag(header, *real)};
    damageBoth(place.layout, header.serialise());

    const auto keys = unlock(*place.disk, place.layout, byKek(place.founding.kek));
    QVERIFY(keys);
    QCOMPARE(keys->raw.size(), std::size_t{2});
    QVERIFY(openDatabase(*place.disk, place.layout, *keys));

    std::swap(header.macs[0], header.macs[1]);
    damageBoth(place.layout, header.serialise());
    QCOMPARE(place.openByKek().error().kind, Error::HeaderDamaged);
}

void VaultTest::readOnly()
{
    Place place;
    const OrdinaryUser user;
    const QByteArray folder = QFile::encodeName(place.folder.path());
    QCOMPARE(::chmod(folder.constData(), 0500), 0);
    QCOMPARE(place.createByKeychain().error().kind, Error::CannotWrite);
    QVERIFY(!QFileInfo::exists(place.layout.root()));

    QCOMPARE(::chmod(folder.constData(), 0700), 0);
    QVERIFY(place.createByKeychain());
    const auto before = place.content();
    for (const QString &file : {place.layout.header(), place.layout.headerCopy(), place.layout.database()})
        QCOMPARE(::chmod(QFile::encodeName(file).constData(), 0400), 0);
    QCOMPARE(::chmod(QFile::encodeName(place.layout.vault()).constData(), 0500), 0);
    const auto opened = place.openByKek();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::CannotWrite);
    QVERIFY(place.content() == before);
    QCOMPARE(::chmod(QFile::encodeName(place.layout.vault()).constData(), 0700), 0);
}

void VaultTest::unreadableIsNotEmpty()
{
    Place place;
    const OrdinaryUser user;
    QVERIFY(place.createByKeychain());
    for (const QString &directory : {place.layout.vault(), place.layout.root()}) {
        QCOMPARE(::chmod(QFile::encodeName(directory).constData(), 0000), 0);
        const Inspection found = inspect(*place.disk, place.layout);
        const auto made = place.createByKeychain();
        QCOMPARE(::chmod(QFile::encodeName(directory).constData(), 0700), 0);
        QCOMPARE(found.finding, Inspection::Failed);
        QCOMPARE(found.error.kind, Error::CannotWrite);
        QCOMPARE(made.error().kind, Error::CannotWrite);
    }
    QVERIFY(place.openByKek());
}

QTEST_GUILESS_MAIN(VaultTest)
#include "tst_vault.moc"
