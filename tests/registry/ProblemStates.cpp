// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::Shell;
using KeyResult = platform::KeyStore::Result;

namespace {

template<KeyResult answer>
void keyStoreSays(World &world)
{
    world.makeVault();
    world.keys.readAnswer = answer;
    world.start(Shell::Problem);
}

template<vault::Error::Kind kind>
void creatingFails(World &world)
{
    world.disk.fail(vault::Error{kind});
    world.start(Shell::FirstMinute);
    world.type("Something I'd like my therapist to know", QString::fromUtf8(boundary));
    world.press("Keep it");
}

void writeHeader(const World &world, const QByteArray &content)
{
    for (const char *name : {"/vault/vault.json", "/vault/vault.json.bak"}) {
        QFile file(world.folder() + QLatin1String(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            throw World::Absent{QStringLiteral("a header to change")};
    }
}

QByteArray headerOfALaterVersion(const World &world)
{
    QFile file(world.folder() + QLatin1String("/vault/vault.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw World::Absent{QStringLiteral("a header")};
    QJsonObject header = QJsonDocument::fromJson(file.readAll()).object();
    header.insert(QLatin1String("format"), 99);
    return QJsonDocument(header).toJson();
}

/// A byte of every third page is another: rows are lost, and it does not open.
void damagePages(const World &world)
{
    QFile file(world.databaseFile());
    if (!file.open(QIODevice::ReadWrite))
        throw World::Absent{QStringLiteral("a database to damage")};
    QByteArray bytes = file.readAll();
    for (qsizetype at = 100; at < bytes.size(); at += qsizetype{3} * 4096)
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
    file.seek(0);
    file.write(bytes);
}

void damagedWithContent(World &world)
{
    world.makeVault([&world](storage::Database &database) {
        addManyCards(world, database);
        addMoods(world, database);
        addSession(world, database, {2026, 3, 5}, {10, 0});
    });
    damagePages(world);
    world.start(Shell::Problem);
}

void salvaging(World &world)
{
    damagedWithContent(world);
    // Or it may be over before anybody looks.
    QObject::connect(&world.shell(), &Shell::viewChanged, &world.shell(), [&world] {
        if (world.shell().view() == Shell::Salvaging)
            world.disk.hang(true);
    });
    world.press("Save what can be saved");
    world.untilShown("SalvagingScreen");
}

} // namespace

QList<State> problemStates()
{
    return {
        {"ProblemScreen", "key-store-unavailable", keyStoreSays<KeyResult::Unavailable>},
        {"ProblemScreen", "key-store-locked", keyStoreSays<KeyResult::Locked>},
        {"ProblemScreen", "key-store-denied", keyStoreSays<KeyResult::Denied>},
        {"ProblemScreen", "key-store-timed-out", keyStoreSays<KeyResult::TimedOut>},
        {"ProblemScreen", "key-missing", keyStoreSays<KeyResult::NotFound>},
        {"ProblemScreen", "key-unusable", keyStoreSays<KeyResult::Unusable>},
        {"ProblemScreen", "header-damaged",
         [](World &world) {
             world.makeVault();
             writeHeader(world, "{}");
             world.start(Shell::Problem);
         }},
        {"ProblemScreen", "database-missing",
         [](World &world) {
             world.makeVault();
             QFile::remove(world.databaseFile());
             world.start(Shell::Problem);
         }},
        {"ProblemScreen", "database-damaged",
         [](World &world) {
             world.makeVault();
             world.damageDatabase();
             world.start(Shell::Problem);
         }},
        {"ProblemScreen", "nothing-saved",
         [](World &world) {
             world.makeVault();
             world.damageDatabase();
             world.start(Shell::Problem);
             world.press("Save what can be saved");
             world.until(
                 [&world] { return world.shell().view() == Shell::Problem && !world.shell().canSalvage(); },
                 QStringLiteral("nothing saved"));
         }},
        {"ProblemScreen", "damage-found",
         [](World &world) {
             openWithThreeCards(world);
             QMetaObject::invokeMethod(&world.shell(), &Shell::seeToDamage, Qt::QueuedConnection);
             world.untilShown("ProblemScreen");
         }},
        {"FileNotice", "damage",
         [](World &world) {
             openDamaged(world);
             world.until([&world] { return world.shell().damageFound(); }, QStringLiteral("damage"));
         }},
        {"FileNotice", "held",
         [](World &world) {
             openWithThreeCards(world);
             const FullDisk full;
             world.type("Something I'd like my therapist to know", QString::fromUtf8(longOne));
             world.untilShown("FileNotice");
         }},
        {"DemoNotice", "with-a-file-notice",
         [](World &world) {
             world.madeUp = true;
             openDamaged(world);
             world.untilShown("FileNotice");
         }},
        {"DemoNotice", "alone",
         [](World &world) {
             world.madeUp = true;
             openWithThreeCards(world);
         }},
        {"SalvagingScreen", "running", salvaging},
        {"SalvagingScreen", "stopping",
         [](World &world) {
             damagedWithContent(world);
             // Before it begins: it would end at once where it is.
             QObject::connect(&world.shell(), &Shell::viewChanged, &world.shell(),
                              [&world, before = world.keys.reads] {
                                  if (world.keys.reads > before)
                                      world.disk.hang(true);
                              });
             world.press("Save what can be saved");
             world.untilShown("SalvagingScreen");
             world.press("Stop");
             world.until([&world] { return world.shell().salvager()->stopping(); },
                         QStringLiteral("a salvage that ends"));
         }},
        {"SalvagedScreen", "some-lost",
         [](World &world) {
             damagedWithContent(world);
             world.press("Save what can be saved");
             world.untilShown("SalvagedScreen");
         }},
        {"SalvagedScreen", "all-saved",
         [](World &world) {
             world.makeVault([&world](storage::Database &database) { addThreeCards(world, database); });
             QFile file(world.databaseFile());
             if (!file.open(QIODevice::ReadWrite) || !file.seek(200) || !file.putChar('x'))
                 throw World::Absent{QStringLiteral("a first page to damage")};
             file.close();
             world.start(Shell::Problem);
             world.press("Save what can be saved");
             world.untilShown("SalvagedScreen");
         }},
        {"ProblemScreen", "newer-version",
         [](World &world) {
             world.makeVault();
             writeHeader(world, headerOfALaterVersion(world));
             world.start(Shell::Problem);
         }},
        {"ProblemScreen", "cannot-write", creatingFails<vault::Error::CannotWrite>},
        {"ProblemScreen", "disk-full", creatingFails<vault::Error::DiskFull>},
        {"ProblemScreen", "already-running",
         [](World &world) {
             world.makeVault();
             world.start(platform::SingleInstance::Claim::AlreadyRunning);
         }},
        {"ProblemScreen", "internal", creatingFails<vault::Error::Internal>},
    };
}

} // namespace rapport::registry
