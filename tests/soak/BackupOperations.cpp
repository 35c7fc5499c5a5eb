// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// A backup, and the way back from one.

#include "core/storage/DatabaseThread.h"
#include "core/vault/Backup.h"
#include "core/vault/Restore.h"
#include "core/vault/SetAside.h"
#include "tests/soak/Checks.h"

namespace rapport::soak {

namespace {

const auto goOn = [](double) { return true; };

vault::SecretBytes passphrase()
{
    QString typed = QStringLiteral("six herons stand in cold water");
    return vault::SecretBytes::fromUtf8(typed);
}

QString backupsOf(const Scene &scene)
{
    return scene.folder + QLatin1String("/backups");
}

/// The scene's vault, as it is, into a file of this number.
std::optional<int> backUp(Scene &scene, int number)
{
    const auto keys = scene.unlock();
    if (!keys)
        return codeOf(keys);
    storage::DatabaseThread thread;
    auto opened =
        thread.open<vault::Error>([&] { return vault::openDatabase(*scene.disk, scene.layout, *keys); });
    opened.waitForFinished();
    if (!opened.result())
        return codeOf(opened.result());
    vault::BackupRequest request;
    request.file = backupsOf(scene) + QLatin1Char('/') +
                   vault::backupName({1'790'000'000'000 + qint64{number} * 1000, 0});
    request.keepTwo = true;
    request.vaultId = keys->vaultId;
    request.createdMs = 1'790'000'000'000 + qint64{number} * 1000;
    request.memKib = vault::Kdf::minMemKib;
    request.ops = 1;
    return codeOf(
        vault::writeBackup(*scene.disk, scene.layout, scene.random, thread, passphrase(), request, goOn));
}

// --- backup --------------------------------------------------------------------

bool prepareBackup(Scene &scene)
{
    return prepareCards(scene) && QDir().mkpath(backupsOf(scene)) && !backUp(scene, 0);
}

std::optional<int> makeBackups(Scene &scene, const Acks &acks, int times)
{
    for (int i = 1; i <= times; ++i) {
        if (const auto refused = backUp(scene, i))
            return refused;
        acks.say(QByteArray::number(i));
    }
    return std::nullopt;
}

/// Which vault is there, by its cards.
Verdict checkCards(Scene &scene)
{
    const auto opened = openWhole(scene);
    if (!opened)
        return opened.error();
    const auto there = countOf(**opened, "SELECT count(*) FROM card WHERE text LIKE 'card %'");
    return bad(true, cardsBefore - static_cast<int>(there), there == cardsBefore ? "" : "cards are missing");
}

/// Every file with a backup's name is one, and the newest that was answered for is there.
Verdict checkBackups(Scene &scene, const QByteArrayList &acks)
{
    const Verdict cards = checkCards(scene);
    if (!cards.opens || cards.lost != 0)
        return cards;
    const QStringList names =
        QDir(backupsOf(scene)).entryList({QStringLiteral("*.rapbak")}, QDir::Files, QDir::Name);
    qint64 newest = 0;
    for (const QString &name : names) {
        const auto staged = vault::stageBackup(
            *scene.disk, scene.layout, backupsOf(scene) + QLatin1Char('/') + name, passphrase(), goOn);
        if (!staged)
            return bad(true, 1, "a backup that cannot be read back");
        if (staged->rows.at(QStringLiteral("card")) != cardsBefore)
            return bad(true, 1, "a backup without all cards");
        newest = std::max(newest, (staged->createdMs - 1'790'000'000'000) / 1000);
        if (!vault::discardStaged(*scene.disk, scene.layout))
            return bad(true, 0, "what was staged stays");
    }
    const int answeredFor = acks.isEmpty() ? 0 : acks.last().toInt();
    if (names.isEmpty() || newest < answeredFor)
        return bad(true, 1, "the newest backup is missing");
    return bad(true, 0, "");
}

// --- restore -------------------------------------------------------------------

/// A vault with one card more than its backup.
bool prepareRestore(Scene &scene)
{
    if (!prepareBackup(scene))
        return false;
    const auto database = scene.open();
    return database && storage::CardRepository(**database)
                           .add(cardOf(QStringLiteral("later"), 0, scene.random))
                           .has_value();
}

std::optional<int> restore(Scene &scene, const Acks &acks, int)
{
    const QStringList names = QDir(backupsOf(scene)).entryList({QStringLiteral("*.rapbak")}, QDir::Files);
    const auto staged = vault::stageBackup(
        *scene.disk, scene.layout, backupsOf(scene) + QLatin1Char('/') + names.value(0), passphrase(), goOn);
    if (!staged)
        return codeOf(staged);
    const vault::test::FixedClock clock;
    const auto founding = vault::prepareFounding(clock, scene.random);
    if (!founding)
        return codeOf(founding);
    std::vector<vault::Protector> protectors;
    protectors.push_back(vault::Protector::keychain(vault::test::fixtureKek()));
    const auto restored = vault::restore(*scene.disk, scene.layout, scene.random, clock, *staged,
                                         founding->vaultId, protectors, goOn);
    if (!restored)
        return codeOf(restored);
    acks.say("restored");
    return std::nullopt;
}

/// The vault that was set aside opens as it did before.
bool isSetAside(Scene &scene)
{
    const auto aside = vault::setAside(*scene.disk, scene.layout);
    if (!aside || aside->size() != 1)
        return false;
    // As somebody would who wants it back.
    const QTemporaryDir folder;
    Scene again(folder.path());
    vault::test::copyFolder(aside->front().path, again.layout.vault());
    const auto opened = openWhole(again);
    return opened && countOf(**opened, "SELECT count(*) FROM card WHERE text = 'later'") == 1;
}

/// Either the vault that was there, or the restored one with the other set aside.
Verdict checkRestored(Scene &scene, const QByteArrayList &acks)
{
    const vault::test::FixedClock clock;
    if (!vault::tidyUp(*scene.disk, scene.layout, clock))
        return bad(false, 0, "what a kill left cannot be put in order");
    const Verdict cards = checkCards(scene);
    if (!cards.opens || cards.lost != 0)
        return cards;
    const auto opened = openWhole(scene);
    const bool old = opened && countOf(**opened, "SELECT count(*) FROM card WHERE text = 'later'") == 1;
    if (old && !acks.isEmpty())
        return bad(true, 1, "what was restored is not there");
    if (!old && !isSetAside(scene))
        return bad(true, 1, "the old vault is not set aside");
    return bad(true, 0, "");
}

} // namespace

std::vector<Operation> backupOperations()
{
    return {
        {"backup", true, false, 1600, prepareBackup, makeBackups, checkBackups},
        {"restore", false, false, 3200, prepareRestore, restore, checkRestored},
    };
}

} // namespace rapport::soak
