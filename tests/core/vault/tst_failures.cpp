// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <functional>

#include <QTest>

#include "core/vault/Machine.h"
#include "core/vault/Salvaging.h"
#include "tests/core/storage/SalvageTruth.h"
#include "tests/core/vault/Place.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

// What the vault's documentation says of each failure, line by line, as far as
// it shows without a screen: what the person is told, that no file changed, and
// that no new key and no new vault is made.

namespace {

/// A machine in front of the files of a place; the key store answers as told.
struct Door
{
    Place &place;
    Machine machine{};
    std::vector<Effect> effects{};

    const State &state() const { return machine.state(); }

    void tell(const Event &event) { effects = machine.handle(event); }

    /// Looks at the files, and asks the key store if that is the way.
    void arrive(KeyStoreAnswer answer = KeyStoreAnswer::Ok)
    {
        tell(event::Start{});
        tell(event::Inspected{machine.epoch(), inspect(*place.disk, place.layout)});
        if (state().phase == Phase::ReadingKey)
            tell(event::KeyRead{machine.epoch(), answer});
    }

    /// The same, and opens the database with what the key store gave.
    void open(const SecretBytes &kek)
    {
        arrive();
        const auto keys = unlock(*place.disk, place.layout, byKek(kek));
        std::optional<Error> error = keys ? std::nullopt : std::optional(keys.error());
        if (keys) {
            const auto opened = openDatabase(*place.disk, place.layout, *keys);
            error = opened ? std::nullopt : std::optional(opened.error());
        }
        tell(event::Opened{machine.epoch(), error});
    }
    void open() { open(place.founding.kek); }

    /// Stuck with this problem, with nothing going on and nothing to be made.
    bool isStuck(Problem problem) const
    {
        return state().phase == Phase::Stuck && state().problem == problem &&
               effects == std::vector{Effect{Effect::ForgetSecrets}};
    }
};

bool damageRow(const Place &place)
{
    QByteArray bytes = get(place.layout.database());
    for (qsizetype page = 3; page < bytes.size() / 4096; page += 9)
        bytes[page * 4096 + 9] = static_cast<char>(bytes[page * 4096 + 9] ^ 1);
    put(place.layout.database(), bytes);
    return true;
}

/// Whether opening fails so, and leaves every file as it is.
bool refuses(Place &place, Problem problem)
{
    const auto before = place.content();
    Door door{place};
    door.open();
    const bool stuck = door.isStuck(problem) ||
                       // found by a look alone: then no key was asked for either
                       (door.state().phase == Phase::Stuck && door.state().problem == problem);
    return stuck && place.content() == before &&
           place.createByKeychain().error().kind == Error::NotFirstRun && place.content() == before;
}

bool noKeychain(Place &place)
{
    Door door{place};
    door.arrive(KeyStoreAnswer::Unavailable);
    if (!door.isStuck(Problem::KeyStoreUnavailable))
        return false;
    Place fresh;
    Door first{fresh};
    first.arrive();
    first.tell(event::KeepFirst{});
    first.tell(event::KeyStored{first.machine.epoch(), KeyStoreAnswer::Unavailable});
    return first.state().phase == Phase::NoKeyStore &&
           inspect(*fresh.disk, fresh.layout).finding == Inspection::Nothing;
}

bool lockedDeniedHangs(Place &place)
{
    using Case = std::pair<KeyStoreAnswer, Problem>;
    for (const auto &[answer, problem] : {Case{KeyStoreAnswer::Locked, Problem::KeyStoreLocked},
                                          Case{KeyStoreAnswer::Denied, Problem::KeyStoreDenied},
                                          Case{KeyStoreAnswer::TimedOut, Problem::KeyStoreTimedOut}}) {
        Door door{place};
        door.arrive(answer);
        if (!door.isStuck(problem)) // and asks no second time by itself
            return false;
    }
    return true;
}

bool entryMissing(Place &place)
{
    Door door{place};
    door.arrive(KeyStoreAnswer::EntryMissing);
    return door.isStuck(Problem::KeyMissing) && door.state().keyProblem == Problem::KeyMissing &&
           place.createByKeychain().error().kind == Error::NotFirstRun;
}

bool wrongSize(Place &place)
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}, std::size_t{32}}) {
        SecretBytes kek(size);
        place.random.fill(kek.bytes());
        Door door{place};
        door.open(kek);
        if (!door.isStuck(Problem::KeyUnusable))
            return false;
    }
    Door door{place};
    door.arrive(KeyStoreAnswer::Unusable);
    return door.isStuck(Problem::KeyUnusable);
}

bool noOtherWay(Place &place)
{
    Door door{place};
    door.arrive(KeyStoreAnswer::EntryMissing);
    const Ways &ways = door.state().ways;
    door.tell(event::Use{Secret::Passphrase});
    return ways.keychain && !ways.passphrase && !ways.pin && !ways.recovery && door.effects.empty() &&
           door.state().phase == Phase::Stuck;
}

bool wrongSecret(Place &)
{
    Place place;
    QString right = QStringLiteral("seven quiet apples");
    QString wrong = QStringLiteral("seven quiet apple");
    if (!create(*place.disk, place.layout, place.random, place.founding.vaultId,
                Protector::passphrase(SecretBytes::fromUtf8(right), Kdf{.ops = 1, .memKib = 8192})))
        return false;
    const auto before = place.content();
    Door door{place};
    door.arrive();
    door.tell(event::SecretEntered{});
    const auto keys =
        unlock(*place.disk, place.layout,
               Protector::passphrase(SecretBytes::fromUtf8(wrong), Kdf{.ops = 1, .memKib = 8192}));
    door.tell(event::SecretChecked{door.machine.epoch(), keys.error(), 0});
    return door.state().phase == Phase::Ask && door.state().wrong && place.content() == before;
}

bool oneHeaderBad(Place &place)
{
    for (const QByteArray &bad : {QByteArray(), QByteArray("{"), get(place.layout.header()).left(100)}) {
        for (const QString &file : {place.layout.header(), place.layout.headerCopy()}) {
            const QByteArray good = get(file);
            put(file, bad);
            Door door{place};
            door.open();
            const bool healed =
                VaultHeader::parse(get(file)) && get(place.layout.header()) == get(place.layout.headerCopy());
            if (door.state().phase != Phase::Unlocked || !healed)
                return false;
            put(file, good);
        }
    }
    return true;
}

bool bothHeadersBad(Place &place)
{
    put(place.layout.header(), "");
    put(place.layout.headerCopy(), "{}");
    if (!refuses(place, Problem::HeaderDamaged))
        return false;
    const auto kept = keepDamagedHeaders(*place.disk, place.layout, FixedClock());
    return kept && get(*kept + QLatin1String("/vault.json.bak")) == "{}" &&
           get(place.layout.headerCopy()) == "{}";
}

bool badPage(Place &place)
{
    rapport::tests::fill(**place.openByKek());
    damageRow(place);
    const QByteArray damaged = get(place.layout.database());
    const auto keys = unlock(*place.disk, place.layout, byKek(place.founding.kek));
    const auto salvaged = salvageVault(*place.disk, place.layout, *keys, FixedClock());
    Door door{place};
    door.open();
    return salvaged && salvaged->report.saved() > 0 && salvaged->report.lost() > 0 &&
           door.state().phase == Phase::Unlocked &&
           get(salvaged->keptIn + QLatin1String("/rapport.db")) == damaged;
}

bool badFirstPage(Place &place)
{
    QByteArray bytes = get(place.layout.database());
    bytes[500] = static_cast<char>(bytes[500] ^ 1);
    put(place.layout.database(), bytes);
    return refuses(place, Problem::DatabaseDamaged);
}

bool databaseMissing(Place &place)
{
    const QByteArray bytes = get(place.layout.database());
    QFile::remove(place.layout.database());
    const bool missing =
        refuses(place, Problem::DatabaseMissing) && !QFileInfo::exists(place.layout.database());
    put(place.layout.database(), {});
    return missing && refuses(place, Problem::DatabaseMissing) && get(place.layout.database()).isEmpty() &&
           !bytes.isEmpty();
}

bool diskFull(Place &)
{
    Place place;
    SteppedDisk full([](int step) -> Result<void> {
        if (step < 2)
            return {};
        return tl::unexpected(Error{Error::DiskFull});
    });
    Door door{place};
    door.arrive();
    door.tell(event::KeepFirst{});
    door.tell(event::KeyStored{door.machine.epoch(), KeyStoreAnswer::Ok});
    const auto made = place.createByKeychain(full);
    door.tell(event::Created{door.machine.epoch(), made.error()});
    return door.isStuck(Problem::DiskFull) &&
           inspect(*place.disk, place.layout).finding == Inspection::Nothing;
}

bool newerDatabase(Place &place)
{
    rapport::tests::run(*place.openByKek().value(), QStringLiteral("PRAGMA user_version = 99"));
    return refuses(place, Problem::NewerVersion);
}

bool newerHeader(Place &place)
{
    const QByteArray header = get(place.layout.header());
    QByteArray newer = header;
    newer.replace("\"min_reader\":1", "\"min_reader\":2");
    put(place.layout.headerCopy(), newer); // either of the two is enough
    return newer != header && refuses(place, Problem::NewerVersion);
}

bool secondInstance(Place &place)
{
    Door door{place};
    door.tell(event::LockHeldElsewhere{});
    const bool stuck = door.isStuck(Problem::AlreadyRunning);
    door.tell(event::Retry{});
    return stuck && door.effects.empty();
}

} // namespace

class FailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
};

void FailuresTest::table_data()
{
    QTest::addColumn<std::function<bool(Place &)>>("holds");
    const auto row = [](const char *name, bool (*holds)(Place &)) {
        QTest::newRow(name) << std::function<bool(Place &)>(holds);
    };
    row("no keychain", noKeychain);
    row("locked, denied, dismissed, hangs", lockedDeniedHangs);
    row("entry missing, vault exists", entryMissing);
    row("NoError but not 32 bytes, or unwrap fails", wrongSize);
    row("no other slot", noOtherWay);
    row("wrong PIN or passphrase", wrongSecret); // the delay: tst_attempts
    row("one vault.json bad", oneHeaderBad);
    row("both vault.json bad", bothHeadersBad);
    row("bad page", badPage);
    row("bad first page", badFirstPage);
    row("db missing or empty, header present", databaseMissing);
    row("disk full", diskFull);
    row("older app, newer database", newerDatabase);
    row("older app, newer header", newerHeader);
    row("second instance", secondInstance);
    // "killed in a migration": tst_migration. "Clock jumps": no clock comes in here.
}

void FailuresTest::table()
{
    QFETCH(std::function<bool(Place &)>, holds);
    Place place;
    QVERIFY(place.createByKeychain());
    QVERIFY(holds(place));
}

QTEST_GUILESS_MAIN(FailuresTest)
#include "tst_failures.moc"
