// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QElapsedTimer>
#include <QTest>

#include "tests/core/vault/BackupPlace.h"
#include "tests/core/vault/Child.h"

#include <sys/resource.h>

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

constexpr int noMount = 77;

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("RAPPORT_KILL_ROUNDS");
    return asked > 0 ? asked : 50;
}

/// A vault with cards and a backup of it, made by another process: this one
/// has only its first thread, so that it may fork.
struct Prepared
{
    QTemporaryDir folder;
    Layout layout{folder.filePath(QStringLiteral("rapport"))};
    QString file = folder.filePath(QStringLiteral("a.rapbak"));
    SecretBytes kek;
    QStringList texts;
    std::unique_ptr<Disk> disk = systemDisk();

    explicit Prepared(int cards = 12)
    {
        const int status = inChild([&] {
            BackupPlace place(cards);
            const bool made = place.backUp(place.request()).has_value();
            place.close();
            for (const auto &[path, content] : place.content()) {
                if (QFileInfo(path).isFile())
                    put(layout.root() + path.mid(place.layout.root().size()), content);
            }
            put(file, get(place.request().file));
            return made ? 0 : 1;
        });
        if (status != 0)
            throw std::runtime_error("nothing was prepared");
        SeededRandom random(42); // as Place's own
        kek = SecretBytes::copyOf(prepareFounding(FixedClock(), random)->kek.bytes());
        texts = textsNow();
    }

    QStringList textsNow() const { return textsIn(layout); }
    QStringList textsIn(const Layout &at) const
    {
        const auto keys = unlock(*disk, at, byKek(kek));
        if (!keys)
            return {};
        const auto open = openDatabase(*disk, at, *keys);
        return open && (*open)->verify() ? textsOf(**open) : QStringList();
    }

    /// 0 if it was made.
    int backUp() const { return backUp(layout, file); }
    int backUp(const Layout &at, const QString &to, std::uint32_t memKib = Kdf::minMemKib,
               std::uint32_t *came = nullptr) const
    {
        rapport::storage::DatabaseThread thread;
        const auto opened = thread
                                .open<Error>([&]() -> Result<std::unique_ptr<rapport::storage::Database>> {
                                    const auto keys = unlock(*disk, at, byKek(kek));
                                    if (!keys)
                                        return tl::unexpected(keys.error());
                                    return openDatabase(*disk, at, *keys);
                                })
                                .result();
        if (!opened)
            return 100;
        std::random_device device;
        SeededRandom random(device());
        const BackupRequest wanted{.file = to, .vaultId = {}, .createdMs = 7, .memKib = memKib, .ops = 1};
        const auto made = writeBackup(*disk, at, random, thread, secret(backupPassphrase), wanted, {});
        if (made && came)
            *came = made->memKib;
        return made ? 0 : 1 + static_cast<int>(made.error().kind);
    }

    /// What lies in the folder besides the vault's.
    QStringList beside() const
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

qint64 microseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return timer.nsecsElapsed() / 1000 + 1;
}

/// The vault there is after a restore over `old` ended anyhow, and a next
/// start: the new one (1), the old one (0), or neither as it should be (−1).
int whichVault(const Layout &layout, const QStringList &source, const SecretBytes &oldKek)
{
    const auto disk = systemDisk();
    if (inspect(*disk, layout).finding == Inspection::Nothing || !tidyUp(*disk, layout, FixedClock()))
        return -1;
    const bool isNew = RestorePlace(layout).texts() == source;
    const bool isOld = unlock(*disk, layout, byKek(oldKek)).has_value();
    const bool scratch = QFileInfo::exists(layout.restoreScratch()) || QFileInfo::exists(layout.newVault());
    const auto aside = setAside(*disk, layout);
    if (isNew == isOld || (scratch && isNew) || !aside || (isNew && aside->size() != 1))
        return -1;
    return isNew ? 1 : 0;
}

void copyVault(const Layout &from, const Layout &to)
{
    QDir(to.root()).removeRecursively();
    for (const QString &path : {from.header(), from.headerCopy(), from.database()})
        put(to.root() + path.mid(from.root().size()), get(path));
}

} // namespace

class BackupCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backupKilled();
    void restoreKilled();
    void restoreEndsAtEachStep_data();
    void restoreEndsAtEachStep();
    void diskFullForBackups();
    void diskFullForRestores();
    void littleMemory();
};

void BackupCrashTest::backupKilled()
{
    const Prepared place;
    const Layout elsewhere(place.folder.filePath(QStringLiteral("elsewhere")));
    const auto whole = microseconds([&] { inChild([&] { return place.backUp(); }); });
    std::mt19937 chance(7);
    int killed = 0;
    int left = 0;
    QByteArray last = get(place.file);
    int newer = 0;
    for (int round = 0; round < rounds(); ++round) {
        const auto after = static_cast<useconds_t>(1 + chance() % static_cast<quint32>(whole + whole / 8));
        killed += inChild([&] { return place.backUp(); }, after) == -1 ? 1 : 0;
        // The older backup or the new one, whole; and the vault as it was.
        QVERIFY(stageBackup(*place.disk, elsewhere, place.file, secret(backupPassphrase), {}));
        newer += get(place.file) != std::exchange(last, get(place.file)) ? 1 : 0;
        QCOMPARE(place.textsNow(), place.texts);
        left += static_cast<int>(place.beside().size()) - 1;
    }
    qInfo("%d rounds: killed %d, left a part %d, new backup %d; unreadable 0", rounds(), killed, left, newer);
    QVERIFY(killed > rounds() / 4);
    QCOMPARE(inChild([&] { return place.backUp(); }), 0);
    QCOMPARE(place.beside(), QStringList{QStringLiteral("a.rapbak")});
    QVERIFY(!QFileInfo::exists(place.layout.backupScratch()));
}

void BackupCrashTest::restoreKilled()
{
    const Prepared place;
    const Prepared old(1);
    const Layout layout(place.folder.filePath(QStringLiteral("old")));
    const auto restoreIt = [&] { return RestorePlace(layout).run(*place.disk, place.file) ? 0 : 1; };
    copyVault(old.layout, layout);
    const auto whole = microseconds([&] { inChild(restoreIt); });
    std::mt19937 chance(8);
    int killed = 0;
    std::array<int, 2> which{};
    for (int round = 0; round < rounds(); ++round) {
        copyVault(old.layout, layout);
        const auto after = static_cast<useconds_t>(1 + chance() % static_cast<quint32>(whole + whole / 8));
        killed += inChild(restoreIt, after) == -1 ? 1 : 0;
        const int found = whichVault(layout, place.texts, old.kek);
        QVERIFY2(found >= 0, qPrintable(QString::number(round)));
        ++which[static_cast<std::size_t>(found)];
    }
    qInfo("%d rounds: killed %d, old vault %d, new vault %d; neither 0", rounds(), killed, which[0],
          which[1]);
    QVERIFY(killed > rounds() / 4);
}

void BackupCrashTest::restoreEndsAtEachStep_data()
{
    QTest::addColumn<bool>("exchanges");
    QTest::newRow("in one step") << true;
    QTest::newRow("by two renames") << false;
}

void BackupCrashTest::restoreEndsAtEachStep()
{
    QFETCH(bool, exchanges);
    const Prepared place;
    const Prepared old(1);
    const Layout layout(place.folder.filePath(QStringLiteral("old")));
    std::array<int, 2> which{};
    int step = 0;
    for (int status = 9; status == 9; ++step) {
        copyVault(old.layout, layout);
        status = inChild([&] {
            SteppedDisk disk([step](int at) -> Result<void> {
                if (at == step)
                    ::_exit(9);
                return {};
            });
            disk.exchanges = exchanges;
            return RestorePlace(layout).run(disk, place.file) ? 0 : 1;
        });
        QVERIFY(status == 9 || status == 0);
        const int found = whichVault(layout, place.texts, old.kek);
        QVERIFY2(found >= 0, qPrintable(QString::number(step)));
        ++which[static_cast<std::size_t>(found)];
    }
    qInfo("ended before each of %d steps: the old vault %d, the new one %d", step - 1, which[0], which[1]);
    QVERIFY(which[0] > 5 && which[1] > 2);
}

void BackupCrashTest::diskFullForBackups()
{
    const Prepared place;
    const int status = inChild([&] {
        if (!mayMount())
            return noMount;
        const QTemporaryDir small;
        int made = 0;
        int full = 0;
        int sizes = 0;
        for (int kibibytes = 360; kibibytes < 1960; kibibytes += 80, ++sizes) {
            if (!mountSmall(small.path(), kibibytes))
                return noMount;
            // Everything there: the vault, the copy, the part and the backup.
            const Layout layout(small.filePath(QStringLiteral("rapport")));
            copyVault(place.layout, layout);
            const int came = place.backUp(layout, small.filePath(QStringLiteral("a.rapbak")));
            const QStringList left = QDir(small.path()).entryList(QDir::Files | QDir::Hidden);
            const bool vaultIsThere = place.textsIn(layout) == place.texts;
            if (came == 0 && left.size() == 1 && vaultIsThere)
                ++made;
            else if (came == 1 + BackupError::DiskFull && left.isEmpty() && vaultIsThere)
                ++full;
            else
                qWarning("%d KiB: %d, %lld files", kibibytes, came, static_cast<long long>(left.size()));
            ::umount(QFile::encodeName(small.path()).constData());
        }
        qInfo("%d sizes: full %d, made %d", sizes, full, made);
        return made + full == sizes && made > 0 && full > 0 ? 0 : 1;
    });
    if (status == noMount)
        QSKIP("no file system can be mounted here");
    QCOMPARE(status, 0);
}

void BackupCrashTest::diskFullForRestores()
{
    const Prepared place;
    const Prepared old(1);
    const int status = inChild([&] {
        if (!mayMount())
            return noMount;
        const QTemporaryDir small;
        int made = 0;
        int full = 0;
        int sizes = 0;
        for (int kibibytes = 360; kibibytes < 1960; kibibytes += 80, ++sizes) {
            if (!mountSmall(small.path(), kibibytes))
                return noMount;
            const Layout layout(small.filePath(QStringLiteral("rapport")));
            copyVault(old.layout, layout);
            const auto restored = RestorePlace(layout).run(*place.disk, place.file);
            const int found = whichVault(layout, place.texts, old.kek);
            if (restored && found == 1)
                ++made;
            else if (!restored && restored.error().kind == BackupError::DiskFull && found == 0)
                ++full;
            else
                qWarning("%d KiB: %d, vault %d", kibibytes,
                         restored ? -1 : static_cast<int>(restored.error().kind), found);
            ::umount(QFile::encodeName(small.path()).constData());
        }
        qInfo("%d sizes: full %d, restored %d", sizes, full, made);
        return made + full == sizes && made > 0 && full > 0 ? 0 : 1;
    });
    if (status == noMount)
        QSKIP("no file system can be mounted here");
    QCOMPARE(status, 0);
}

void BackupCrashTest::littleMemory()
{
    const Prepared place;
    const int status = inChild([&] {
        // What it has now, and 150 MiB.
        QFile sizes(QStringLiteral("/proc/self/statm"));
        if (!sizes.open(QIODevice::ReadOnly))
            return 99;
        const auto pages = sizes.readAll().split(' ').first().toULongLong();
        const rlimit limit{pages * 4096 + (150u << 20), pages * 4096 + (150u << 20)};
        if (::setrlimit(RLIMIT_AS, &limit) != 0)
            return 99;
        std::uint32_t came = 0;
        const int failed = place.backUp(place.layout, place.file, 256 * 1024, &came);
        qInfo("Argon2id with %u KiB", came);
        return failed != 0 ? failed : came < 256 * 1024 && came >= Kdf::minMemKib ? 0 : 98;
    });
    QCOMPARE(status, 0);
    QVERIFY(stageBackup(*place.disk, place.layout, place.file, secret(backupPassphrase), {}));
}

QTEST_GUILESS_MAIN(BackupCrashTest)
#include "tst_backupcrash.moc"
