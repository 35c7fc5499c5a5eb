// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/vault/Erasing.h"
#include "tests/core/vault/Place.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

/// A vault with everything beside it that Rapport may have written, and two
/// things that are somebody else's.
void furnish(Place &place)
{
    QVERIFY(place.createByKeychain());
    const QString root = place.layout.root() + QLatin1Char('/');
    for (const char *ours :
         {"attempts", "vault/rapport.db-journal", "vault/premigrate-1.db", "vault.new/rapport.db",
          "vault.old-20260101/vault.json", "vault.old-20260101/rapport.db", "quarantine/20260202/rapport.db",
          "backup.new/image"})
        put(root + QLatin1String(ours), "x");
    for (const char *theirs : {"lock", "settings.ini", "letter.txt", "photographs/one.jpg"})
        put(root + QLatin1String(theirs), "y");
}

QStringList leftIn(const Place &place)
{
    QStringList names = QDir(place.layout.root())
                            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    return names;
}

const QStringList whatStays{QStringLiteral("letter.txt"), QStringLiteral("lock"),
                            QStringLiteral("photographs"), QStringLiteral("settings.ini")};

} // namespace

class ErasingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAllOfOursAndNothingElse();
    void theHeaderGoesFirst();
    void stopsAtEachStepAndIsEndedLater();
    void nothingToEnd();
    void aVaultMadeAfterwardsStays();
    void outsideOfALinkStays();
    void keysOfWhatMayBeThereStay_data();
    void keysOfWhatMayBeThereStay();
};

void ErasingTest::takesAllOfOursAndNothingElse()
{
    Place place;
    furnish(place);
    QVERIFY(eraseEverything(*place.disk, place.layout));
    QCOMPARE(keysToForget(*place.disk, place.layout), std::vector{place.founding.vaultId});
    QVERIFY(forgetKeysToForget(*place.disk, place.layout));
    QCOMPARE(leftIn(place), whatStays);
    QCOMPARE(inspect(*place.disk, place.layout).finding, Inspection::Nothing);
    QVERIFY(place.createByKeychain()); // a first run again
}

void ErasingTest::theHeaderGoesFirst()
{
    Place place;
    QVERIFY(place.createByKeychain());
    QStringList order;
    SteppedDisk disk([&](int) -> Result<void> {
        order.append(QDir(place.layout.erasing()).entryList(QDir::Files, QDir::Name).join(QLatin1Char(' ')));
        return {};
    });
    QVERIFY(eraseEverything(disk, place.layout));
    // First, which key is to be forgotten is written down.
    const QStringList expected{QString(),
                               QString(),
                               QStringLiteral("rapport.db vault.json vault.json.bak"),
                               QStringLiteral("rapport.db vault.json.bak"),
                               QStringLiteral("rapport.db"),
                               QString()};
    // The two copies may go in either order.
    QCOMPARE(order.size(), expected.size());
    QCOMPARE(order.at(2), expected.at(2));
    QCOMPARE(order.at(4), expected.at(4));
}

void ErasingTest::stopsAtEachStepAndIsEndedLater()
{
    int step = 0;
    for (bool ended = false; !ended; ++step) {
        Place place;
        furnish(place);
        const auto before = place.content();
        SteppedDisk disk([step](int at) -> Result<void> {
            if (at >= step)
                return tl::unexpected(Error{Error::CannotWrite});
            return {};
        });
        ended = eraseEverything(disk, place.layout).has_value();
        if (step <= 1) {
            QVERIFY(keysToForget(*place.disk, place.layout).empty()); // it opens what is there
            QVERIFY(forgetKeysToForget(*place.disk, place.layout));
            QCOMPARE(place.content(), before); // nothing was begun
            QVERIFY(place.openByKek());
            continue;
        }
        QVERIFY(!place.openByKek());
        QVERIFY(ended || keysToForget(*place.disk, place.layout).empty());
        QVERIFY(finishErasing(*place.disk, place.layout));
        QCOMPARE(keysToForget(*place.disk, place.layout), std::vector{place.founding.vaultId});
        QVERIFY(forgetKeysToForget(*place.disk, place.layout));
        QCOMPARE(leftIn(place), whatStays);
    }
    QVERIFY(step > 15);
}

void ErasingTest::nothingToEnd()
{
    Place place;
    furnish(place);
    const auto before = place.content();
    QVERIFY(finishErasing(*place.disk, place.layout));
    QCOMPARE(place.content(), before);
}

void ErasingTest::aVaultMadeAfterwardsStays()
{
    Place place;
    put(place.layout.erasing() + QLatin1String("/rapport.db"), "x");
    QVERIFY(place.createByKeychain());
    QVERIFY(finishErasing(*place.disk, place.layout));
    QVERIFY(!QFileInfo::exists(place.layout.erasing()));
    QVERIFY(place.openByKek());
}

void ErasingTest::outsideOfALinkStays()
{
    Place place;
    QVERIFY(place.createByKeychain());
    const QTemporaryDir elsewhere;
    put(elsewhere.filePath(QStringLiteral("kept")), "y");
    QVERIFY(QFile::link(elsewhere.path(), place.layout.vault() + QLatin1String("/elsewhere")));
    QVERIFY(eraseEverything(*place.disk, place.layout));
    QVERIFY(QFileInfo::exists(elsewhere.filePath(QStringLiteral("kept"))));
    QVERIFY(!QFileInfo::exists(place.layout.erasing()));
}

void ErasingTest::keysOfWhatMayBeThereStay_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("header"); // of the vault that is there
    QTest::addColumn<int>("toForget");
    const QByteArray other = "0190a1b2-0000-7000-8000-000000000001\n";
    QTest::newRow("another's, beside its own") << other << QByteArray() << 1;
    QTest::newRow("its own") << QByteArray() << QByteArray() << 0;
    QTest::newRow("of one that does not tell who it is") << other << QByteArray("x") << 0;
    QTest::newRow("nonsense") << QByteArray(5000, 'f') << QByteArray() << 0;
}

// A key that goes by mistake takes every word with it.
void ErasingTest::keysOfWhatMayBeThereStay()
{
    QFETCH(const QByteArray, marked);
    QFETCH(const QByteArray, header);
    QFETCH(const int, toForget);
    Place place;
    QVERIFY(place.createByKeychain());
    const QByteArray own = place.founding.vaultId.toString().toLatin1();
    put(place.layout.keysToForget(), marked + own);
    if (!header.isEmpty()) {
        put(place.layout.header(), header);
        put(place.layout.headerCopy(), header);
    }
    const auto ids = keysToForget(*place.disk, place.layout);
    QCOMPARE(static_cast<int>(ids.size()), toForget);
    for (const rapport::domain::Uid &id : ids)
        QVERIFY(id != place.founding.vaultId);
}

QTEST_GUILESS_MAIN(ErasingTest)
#include "tst_erasing.moc"
