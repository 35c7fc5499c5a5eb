// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <csignal>
#include <random>

#include <QElapsedTimer>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/storage/CardRepository.h"
#include "core/storage/Statement.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;
using Mode = Database::Mode;

namespace {

using Key = std::array<std::byte, 48>;

/// Another key with the salt of the first.
Key sameSalt(const Key &salted, const Key &other)
{
    Key key = other;
    std::copy(salted.begin() + 32, salted.end(), key.begin() + 32);
    return key;
}

QByteArray saltOf(const Key &key)
{
    return QByteArray(reinterpret_cast<const char *>(key.data()) + 32, 16);
}

/// Where a file is synced at once; none of this is about a power cut.
QString quickFolder()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
}

void addCards(Vault &vault, int count, int length)
{
    const auto database = vault.open();
    QVERIFY(database);
    Transaction all(*database);
    QVERIFY(all.begin());
    for (int i = 0; i < count; ++i)
        QVERIFY(CardRepository(*database).add(
            vault.card(QStringLiteral("%1 ").arg(i) + QString(length, u'x'), i)));
    QVERIFY(all.commit());
}

/// The cards that a key opens, or −1. Verified whole.
int cardsUnder(const QString &path, const Key &key)
{
    const auto database = Database::open(path, key, Mode::Existing);
    if (!database || !(*database)->verify())
        return -1;
    return static_cast<int>(CardRepository(**database).all()->size());
}

} // namespace

Q_DECLARE_METATYPE(Key)

class TestRekey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldKeyOpensNothing_data()
    {
        QTest::addColumn<Key>("to");
        QTest::newRow("another salt") << keyFrom(2);
        QTest::newRow("the same salt") << sameSalt(keyFrom(1), keyFrom(2));
    }

    void theOldKeyOpensNothing()
    {
        QFETCH(Key, to);
        Vault vault(quickFolder());
        addCards(vault, 20, 3000);
        QCOMPARE(vault.bytes().left(16), saltOf(keyFrom(1)));
        QVERIFY(Database::rekey(vault.path(), keyFrom(1), to));
        // The salt of a raw key is written where SQLCipher keeps the file's.
        QCOMPARE(vault.bytes().left(16), saltOf(to));
        QCOMPARE(vault.tryOpen(Mode::Existing).error().kind, Error::WrongKey);
        QCOMPARE(cardsUnder(vault.path(), to), 20);
        QCOMPARE(vault.files(), QStringList{QStringLiteral("rapport.db")});
        // and the key alone decides, whatever salt the file shows
        QByteArray file = vault.bytes();
        file[3] = static_cast<char>(file[3] ^ 1);
        vault.overwrite(file);
        QCOMPARE(cardsUnder(vault.path(), to), 20);
        QVERIFY(Database::rekey(vault.path(), to, keyFrom(7)));
        QCOMPARE(cardsUnder(vault.path(), keyFrom(7)), 20);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<int>("expected");
        QTest::newRow("another key") << QByteArray("key") << int(Error::WrongKey);
        QTest::newRow("no file") << QByteArray("missing") << int(Error::Missing);
        QTest::newRow("empty file") << QByteArray("empty") << int(Error::Missing);
        QTest::newRow("older schema") << QByteArray("older") << int(Error::Refused);
        QTest::newRow("newer schema") << QByteArray("newer") << int(Error::TooNew);
        QTest::newRow("in use") << QByteArray("busy") << int(Error::Busy);
    }

    void refusals()
    {
        QFETCH(QByteArray, what);
        QFETCH(int, expected);
        Vault vault(quickFolder());
        addCards(vault, 3, 10);
        std::unique_ptr<Database> other;
        if (what == "older" || what == "newer") {
            const auto version = QStringLiteral("PRAGMA user_version = %1").arg(what == "older" ? 1 : 99);
            QCOMPARE(tryRun(*vault.open(), version), QString());
        } else if (what == "busy") {
            other = vault.open();
            QCOMPARE(tryRun(*other, QStringLiteral("BEGIN IMMEDIATE")), QString());
        } else if (what == "missing") {
            QVERIFY(QFile::remove(vault.path()));
        } else if (what == "empty") {
            vault.overwrite({});
        }
        const QByteArray before = vault.bytes();
        const auto changed = Database::rekey(vault.path(), keyFrom(what == "key" ? 5 : 1), keyFrom(2));
        QVERIFY(!changed);
        QCOMPARE(int(changed.error().kind), expected);
        QVERIFY(vault.bytes() == before);
    }

    void damagedPage()
    {
        Vault vault(quickFolder());
        addCards(vault, 40, 3000);
        const QByteArray good = vault.bytes();
        QByteArray bad = good;
        const qsizetype at = 4096 * 20 + 1000;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        vault.overwrite(bad);
        QVERIFY(!Database::rekey(vault.path(), keyFrom(1), keyFrom(2)));
        // rolled back: with the page mended, all is there under the old key
        QByteArray after = vault.bytes();
        after[at] = good[at];
        vault.overwrite(after);
        QCOMPARE(cardsUnder(vault.path(), keyFrom(1)), 40);
    }

    void noRoomForTheJournal()
    {
        Vault vault(quickFolder());
        addCards(vault, 40, 3000);
        const qint64 size = QFileInfo(vault.path()).size();
        constexpr qint64 step = qint64{9} * 4096;
        int failed = 0;
        for (qint64 limit = 4096; limit < size + step; limit += step) {
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit before{};
            ::getrlimit(RLIMIT_FSIZE, &before);
            const rlimit less{static_cast<rlim_t>(limit), before.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &less);
            const auto changed = Database::rekey(vault.path(), keyFrom(1), keyFrom(2));
            ::setrlimit(RLIMIT_FSIZE, &before);
            failed += changed ? 0 : 1;
            QCOMPARE(cardsUnder(vault.path(), keyFrom(changed ? 2 : 1)), 40);
            if (changed)
                QVERIFY(Database::rekey(vault.path(), keyFrom(2), keyFrom(1)));
        }
        qInfo("%d sizes failed, none lost a row", failed);
        QVERIFY(failed > 5);
    }

    void killedAtRandom_data() { theOldKeyOpensNothing_data(); }

    void killedAtRandom()
    {
        QFETCH(Key, to);
        Vault vault(quickFolder());
        addCards(vault, 150, 6000);
        Key now = keyFrom(1);
        Key next = to;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(Database::rekey(vault.path(), now, next));
        std::swap(now, next);
        const auto wholeUs = static_cast<unsigned>(timer.nsecsElapsed() / 1000) + 1;
        std::mt19937 chance(11);
        int journals = 0;
        int changes = 0;
        int otherSalts = 0;
        for (int round = 0; round < 15; ++round) {
            const pid_t child = ::fork();
            if (child == 0)
                ::_exit(Database::rekey(vault.path(), now, next) ? 0 : 1);
            ::usleep(static_cast<useconds_t>(1 + chance() % (wholeUs + wholeUs / 8)));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            journals += vault.files().size() > 1 ? 1 : 0;
            // as an unlock does: the old key first
            const bool old = cardsUnder(vault.path(), now) == 150;
            QVERIFY2(old != (cardsUnder(vault.path(), next) == 150), qPrintable(QString::number(round)));
            otherSalts += vault.bytes().left(16) != saltOf(old ? now : next) ? 1 : 0;
            changes += old ? 0 : 1;
            if (!old)
                std::swap(now, next);
        }
        qInfo("15 kills within %u us: %d left a journal, %d had changed the key, in %d the file shows the "
              "other key's salt; lost 0",
              wholeUs, journals, changes, otherSalts);
        QVERIFY(journals > 0);
        if (saltOf(now) == saltOf(next))
            QCOMPARE(otherSalts, 0);
    }

    /// A journal is played back whichever of the two keys is tried first.
    void theNewKeyIsTriedFirst()
    {
        Vault vault(quickFolder());
        addCards(vault, 150, 6000);
        std::mt19937 chance(3);
        for (int journals = 0; journals < 3;) {
            const pid_t child = ::fork();
            if (child == 0)
                ::_exit(Database::rekey(vault.path(), keyFrom(1), keyFrom(2)) ? 0 : 1);
            ::usleep(static_cast<useconds_t>(1000 + chance() % 60'000));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            journals += vault.files().size() > 1 ? 1 : 0;
            const int newer = cardsUnder(vault.path(), keyFrom(2));
            const int older = cardsUnder(vault.path(), keyFrom(1));
            QCOMPARE(std::max(newer, older), 150);
            QCOMPARE(std::min(newer, older), -1);
            if (newer == 150)
                QVERIFY(Database::rekey(vault.path(), keyFrom(2), keyFrom(1)));
        }
    }
};

QTEST_GUILESS_MAIN(TestRekey)
#include "tst_rekey.moc"
