// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "tests/core/vault/Child.h"
#include "tests/core/vault/Place.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

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

} // namespace

/// A first run that ends or fails at each of its steps. At random moments, on
/// full disks and at every call of the system, tests/soak does it.
class VaultCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAtEachStep();
    void failsAtEachStep_data();
    void failsAtEachStep();
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

QTEST_GUILESS_MAIN(VaultCrashTest)
#include "tst_vaultcrash.moc"
