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
};

void ErasingTest::takesAllOfOursAndNothingElse()
{
    Place place;
    furnish(place);
    QVERIFY(eraseEverything(*place.disk, place.layout));
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
    const QStringList expected{QString(), QStringLiteral("rapport.db vault.json vault.json.bak"),
                               QStringLiteral("rapport.db vault.json.bak"), QStringLiteral("rapport.db"),
                               QString()};
    // The two copies may go in either order.
    QCOMPARE(order.size(), expected.size());
    QCOMPARE(order.at(1), expected.at(1));
    QCOMPARE(order.at(3), expected.at(3));
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
        if (step == 0) {
            QCOMPARE(place.content(), before); // nothing was begun
            QVERIFY(place.openByKek());
            continue;
        }
        QVERIFY(!place.openByKek());
        QVERIFY(finishErasing(*place.disk, place.layout));
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

QTEST_GUILESS_MAIN(ErasingTest)
#include "tst_erasing.moc"
