// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <csignal>

#include <QElapsedTimer>
#include <QTest>

#include "tests/core/vault/Place.h"

#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

/// Runs in a process of its own; its exit status, or −1 if it was killed.
template<typename Work>
int inChild(Work work, useconds_t killAfterUs = 0)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    if (killAfterUs > 0) {
        ::usleep(killAfterUs);
        ::kill(child, SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// What must hold after any end of a creation whose key is in the key store:
/// a vault that this key opens, or a first run that then succeeds.
bool isSound(Place &place, bool &wasThere)
{
    const Inspection found = inspect(*place.disk, place.layout);
    wasThere = found.finding == Inspection::Vault;
    if (found.finding == Inspection::Failed)
        return false;
    if (!wasThere && !place.createByKeychain())
        return false;
    return place.openByKek().has_value() && !QFileInfo::exists(place.layout.newVault());
}

/// A view of the file system of its own, in which this process may mount: as
/// root, or as root of a user namespace.
bool mayMount()
{
    const QByteArray identity = "0 " + QByteArray::number(::geteuid()) + " 1";
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        QFile map(QStringLiteral("/proc/self/uid_map"));
        if (!map.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || map.write(identity) != identity.size())
            return false;
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

} // namespace

class VaultCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAtEachStep();
    void endsAtRandom();
    void failsAtEachStep_data();
    void failsAtEachStep();
    void diskFull();
};

void VaultCrashTest::endsAtEachStep()
{
    int step = 0;
    int vaults = 0;
    for (int status = 9; status == 9; ++step) {
        Place place;
        status = inChild([&] {
            SteppedDisk disk([step](int at) -> Result<void> {
                if (at == step)
                    ::_exit(9);
                return {};
            });
            return place.createByKeychain(disk) ? 0 : 1;
        });
        QVERIFY(status == 9 || status == 0);
        bool wasThere = false;
        QVERIFY2(isSound(place, wasThere), qPrintable(QString::number(step)));
        vaults += wasThere ? 1 : 0;
    }
    qInfo("ended before each of %d steps; %d vault there, by the run that came to its end", step - 1, vaults);
    QCOMPARE(step, 6); // directory, database, header, copy, name; and the run that ends by itself
    QCOMPARE(vaults, 1);
}

void VaultCrashTest::endsAtRandom()
{
    QElapsedTimer timer;
    timer.start();
    {
        Place place;
        QVERIFY(place.createByKeychain());
    }
    const auto whole = static_cast<quint32>(timer.nsecsElapsed() / 1000) + 1;
    std::mt19937 chance(7);
    int vaults = 0;
    int killed = 0;
    for (int round = 0; round < 50; ++round) {
        Place place;
        const int status = inChild([&] { return place.createByKeychain() ? 0 : 1; },
                                   static_cast<useconds_t>(1 + chance() % (whole + whole / 4)));
        killed += status == -1 ? 1 : 0;
        bool wasThere = false;
        QVERIFY2(isSound(place, wasThere), qPrintable(QString::number(round)));
        vaults += wasThere ? 1 : 0;
    }
    qInfo("50 rounds: killed %d, vault there %d, unopenable 0", killed, vaults);
    QVERIFY(killed > 10);
}

void VaultCrashTest::failsAtEachStep_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("persistent");
    QTest::newRow("disk full once") << static_cast<int>(Error::DiskFull) << false;
    QTest::newRow("disk full for good") << static_cast<int>(Error::DiskFull) << true;
    QTest::newRow("not writable once") << static_cast<int>(Error::CannotWrite) << false;
    QTest::newRow("not writable for good") << static_cast<int>(Error::CannotWrite) << true;
}

void VaultCrashTest::failsAtEachStep()
{
    QFETCH(int, kind);
    QFETCH(bool, persistent);
    for (int step = 0; step < 5; ++step) {
        Place place;
        SteppedDisk disk([=](int at) -> Result<void> {
            if (at == step || (persistent && at > step))
                return tl::unexpected(Error{static_cast<Error::Kind>(kind)});
            return {};
        });
        const auto made = place.createByKeychain(disk);
        QVERIFY(!made);
        QCOMPARE(static_cast<int>(made.error().kind), kind);
        QVERIFY(!QFileInfo::exists(place.layout.vault()));
        if (!persistent)
            QVERIFY(!QFileInfo::exists(place.layout.newVault())); // cleared away again
        bool wasThere = true;
        QVERIFY(isSound(place, wasThere));
        QVERIFY(!wasThere);
    }
}

// A real file system with too little room, of every size up to what is needed.
void VaultCrashTest::diskFull()
{
    constexpr int noMount = 77;
    const int status = inChild([] {
        Place place;
        if (!mayMount())
            return noMount;
        int made = 0;
        int full = 0;
        int sizes = 0;
        for (int pages = 2; pages < 200; pages += 4, ++sizes) {
            const QByteArray at = QFile::encodeName(place.folder.path());
            const QByteArray options = "size=" + QByteArray::number(pages * 4) + "k";
            if (::mount("none", at.constData(), "tmpfs", 0, options.constData()) != 0)
                return noMount;
            const auto keys = place.createByKeychain();
            const auto found = inspect(*place.disk, place.layout).finding;
            if (keys && found == Inspection::Vault && place.openByKek())
                ++made;
            else if (!keys && keys.error().kind == Error::DiskFull && found == Inspection::Nothing)
                ++full;
            else
                qWarning("%d pages: made %d, error %d", pages, keys.has_value(),
                         keys ? -1 : static_cast<int>(keys.error().kind));
            ::umount(at.constData());
        }
        qInfo("%d sizes: full %d, made %d", sizes, full, made);
        return made + full == sizes && made > 0 && full > 0 ? 0 : 1;
    });
    if (status == noMount)
        QSKIP("no file system can be mounted here");
    QCOMPARE(status, 0);
}

QTEST_GUILESS_MAIN(VaultCrashTest)
#include "tst_vaultcrash.moc"
