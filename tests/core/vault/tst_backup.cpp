// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "tests/core/vault/BackupPlace.h"

#include <sys/stat.h>

using namespace rapport::vault;
using namespace rapport::vault::test;
namespace storage = rapport::storage;

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void nothingReadable();
    void goesOnWhileWritten();
    void lockedMeanwhile();
    void cancelledAtEachStep();
    void failsAtEachStep_data();
    void failsAtEachStep();
    void lastTwoStay();
    void leftOvers();
    void refusesCosts();
    void names();
};

void BackupTest::roundTrip()
{
    BackupPlace place(40);
    const QStringList before = place.texts();
    std::vector<double> told;
    const auto made = place.backUp(place.request(), [&told](double done) {
        told.push_back(done);
        return true;
    });
    QVERIFY(made);
    QCOMPARE(made->size, QFileInfo(made->file).size());
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.back(), 1.0);
    QCOMPARE(place.backups(), QStringList{QStringLiteral("a.rapbak")});
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(made->file).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777u, 0600u);
    QVERIFY(!QFileInfo::exists(place.layout.backupScratch()));

    const auto staged = stageBackup(*place.disk, place.layout, made->file, secret(backupPassphrase), {});
    QVERIFY(staged);
    QCOMPARE(staged->createdMs, FixedClock().now().utcMs);
    QCOMPARE(staged->counts.cards, 40);
    QCOMPARE(staged->rows.at(QStringLiteral("card")), 40);
    QVERIFY(staged->series == backupSeries(place.founding.vaultId));
    QCOMPARE(place.texts(), before); // and the vault is open as it was
    for (const char *wrong : {"", "cold water, slow hero", "Cold water, slow heron"})
        QCOMPARE(stageBackup(*place.disk, place.layout, made->file, secret(wrong), {}).error().kind,
                 BackupError::WrongPassphrase);
}

void BackupTest::nothingReadable()
{
    BackupPlace place(0);
    place.add(QStringLiteral("heronheronheron"));
    int scratches = 0;
    int readable = 0;
    const auto made = place.backUp(place.request(), [&](double) {
        for (const QString &folder : {place.layout.backupScratch(), place.target.path()}) {
            QDirIterator walk(folder, QDir::Files | QDir::Hidden);
            while (walk.hasNext()) {
                const QByteArray content = get(walk.next());
                ++scratches;
                readable += content.contains("heronheron") || content.contains("SQLite format") ? 1 : 0;
            }
        }
        return true;
    });
    QVERIFY(made);
    QVERIFY(scratches > 2);
    QCOMPARE(readable, 0);
    QVERIFY(!get(made->file).contains("heronheron"));
}

// Slices leave room for other work, and what is kept meanwhile is in it.
void BackupTest::goesOnWhileWritten()
{
    BackupPlace place;
    place.fatten(8);
    int added = 0;
    int slices = 0;
    const auto made = place.backUp(place.request(), [&](double done) {
        if (done < 0.4) {
            ++slices;
            place.add(QStringLiteral("meanwhile %1").arg(added++));
        }
        return true;
    });
    QVERIFY(made);
    qInfo("%d slices, %d cards kept between them", slices, added);
    QVERIFY(added > 0);
    const auto staged = stageBackup(*place.disk, place.layout, made->file, secret(backupPassphrase), {});
    QVERIFY(staged);
    QCOMPARE(staged->counts.cards, 3 + added);
    RestorePlace to(Layout(place.target.filePath(QStringLiteral("new"))));
    QVERIFY(to.run(*place.disk, made->file));
    QCOMPARE(to.texts(), place.texts());
}

void BackupTest::lockedMeanwhile()
{
    BackupPlace place;
    place.fatten(8);
    const auto made = place.backUp(place.request(), [&](double) {
        place.close();
        return true;
    });
    QCOMPARE(made.error().kind, BackupError::VaultClosed);
    QVERIFY(place.backups().isEmpty());
    QVERIFY(!QFileInfo::exists(place.layout.backupScratch()));
    place.open();
    QVERIFY(place.backUp(place.request()));
}

void BackupTest::cancelledAtEachStep()
{
    BackupPlace place(200);
    put(place.target.filePath(QStringLiteral("a.rapbak")), "older");
    int steps = 0;
    for (bool cancelled = true; cancelled; ++steps) {
        int left = steps;
        const auto made = place.backUp(place.request(), [&left](double) { return left-- > 0; });
        cancelled = !made;
        if (!cancelled)
            break;
        QCOMPARE(made.error().kind, BackupError::Cancelled);
        QCOMPARE(place.backups(), QStringList{QStringLiteral("a.rapbak")});
        QCOMPARE(get(place.target.filePath(QStringLiteral("a.rapbak"))), QByteArray("older"));
        QVERIFY(!QFileInfo::exists(place.layout.backupScratch()));
    }
    qInfo("cancelled at each of %d steps", steps);
    QVERIFY(steps > 5);
}

void BackupTest::failsAtEachStep_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("expected");
    QTest::addColumn<bool>("persistent");
    QTest::newRow("disk full once") << static_cast<int>(Error::DiskFull)
                                    << static_cast<int>(BackupError::DiskFull) << false;
    QTest::newRow("not writable for good")
        << static_cast<int>(Error::CannotWrite) << static_cast<int>(BackupError::CannotWrite) << true;
}

void BackupTest::failsAtEachStep()
{
    QFETCH(int, kind);
    QFETCH(int, expected);
    QFETCH(bool, persistent);
    BackupPlace place(40);
    const QStringList before = place.texts();
    put(place.target.filePath(QStringLiteral("a.rapbak")), "older");
    int step = 0;
    for (;; ++step) {
        SteppedDisk disk([=](int at) -> Result<void> {
            if (at == step || (persistent && at > step))
                return tl::unexpected(Error{static_cast<Error::Kind>(kind)});
            return {};
        });
        const auto made = place.backUp(disk, place.request());
        if (made)
            break;
        QCOMPARE(static_cast<int>(made.error().kind), expected);
        QCOMPARE(get(place.target.filePath(QStringLiteral("a.rapbak"))), QByteArray("older"));
        if (!persistent)
            QCOMPARE(place.backups().size(), 1);
        QCOMPARE(place.texts(), before);
    }
    qInfo("failed at each of %d steps before the last that matters", step);
    QVERIFY(step > 8);
    QVERIFY(stageBackup(*place.disk, place.layout, place.request().file, secret(backupPassphrase), {}));
}

void BackupTest::lastTwoStay()
{
    BackupPlace place;
    const auto made = [&](int day, const rapport::domain::Uid &vaultId) {
        BackupRequest wanted = place.request();
        wanted.vaultId = vaultId;
        wanted.createdMs += qint64{day} * 86'400'000;
        wanted.keepTwo = true;
        wanted.file = place.target.filePath(backupName({wanted.createdMs, 120}));
        const auto backup = place.backUp(wanted);
        return backup ? backup->removed : -1;
    };
    // Of another vault; no backup, but named like one; a backup that was renamed by its owner.
    QCOMPARE(made(0, rapport::domain::Uid()), 0);
    put(place.target.filePath(QStringLiteral("rapport-2020-01-01-000000.rapbak")), "a diary");
    QVERIFY(place.backUp(place.request("my own name.rapbak")));
    const QStringList strangers = place.backups();
    QCOMPARE(made(1, place.founding.vaultId), 0);
    QCOMPARE(made(2, place.founding.vaultId), 0);
    QCOMPARE(made(3, place.founding.vaultId), 1);
    QCOMPARE(made(4, place.founding.vaultId), 1);
    QCOMPARE(place.backups().size(), strangers.size() + 2);
    for (const QString &name : strangers)
        QVERIFY(place.backups().contains(name));
    QVERIFY(!place.backups().contains(backupName({place.request().createdMs + qint64{2} * 86'400'000, 120})));
    // A clock that was set back does not cost the newest one.
    QCOMPARE(made(-5, place.founding.vaultId), 1);
    QVERIFY(place.backups().contains(backupName({place.request().createdMs - 5 * qint64{86'400'000}, 120})));
}

void BackupTest::leftOvers()
{
    BackupPlace place;
    put(place.layout.backupScratch() + QLatin1String("/image.db"), "left over");
    put(place.layout.backupScratch() + QLatin1String("/image.db-journal"), "left over");
    int parts = 0;
    QVERIFY(!place.backUp(place.request(), [&](double done) {
        if (done < 0.7)
            return true;
        for (const QString &name : place.backups()) // as if killed: a copy under the name it has now
            parts += QFile::copy(place.target.filePath(name), place.target.filePath(QStringLiteral("kept")));
        return false;
    }));
    QCOMPARE(parts, 1);
    QVERIFY(place.backUp(place.request()));
    QVERIFY(!QFileInfo::exists(place.layout.backupScratch()));
}

void BackupTest::refusesCosts()
{
    BackupPlace place;
    const auto made = place.backUp(place.request());
    QVERIFY(made);
    QCOMPARE(made->memKib, Kdf::minMemKib);
    BackupRequest greedy = place.request();
    greedy.memKib = Kdf::maxMemKib * 2; // no reader would take it, so it is a mistake
    QCOMPARE(place.backUp(greedy).error().kind, BackupError::Internal);
}

void BackupTest::names()
{
    QCOMPARE(backupName({1'790'000'000'000, 120}), QStringLiteral("rapport-2026-09-21-161320.rapbak"));
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
