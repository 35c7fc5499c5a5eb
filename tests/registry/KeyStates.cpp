// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QDir>
#include <QFile>

#include "core/vault/RecoveryCode.h"
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

// Another key for the notes, and what lies under older ones.

namespace rapport::registry {

namespace {

/// Behind a passphrase, with a recovery code beside it.
void openWithCode(World &world)
{
    openBehindPassphrase(world);
    app::StepUp *stepUp = world.rooms().stepUp();
    stepUp->show(World::passphrase());
    world.until([stepUp] { return stepUp->state() == app::StepUp::Shown; }, QStringLiteral("who it is"));
    world.rooms().lockKeeper()->setRecoveryCode(vault::readRecoveryCode(World::recoveryCode()).code);
    world.until([&world] { return world.rooms().lockKeeper()->hasRecoveryCode(); },
                QStringLiteral("a recovery code"));
}

/// One that is right, but not of these notes.
QString anotherCode(World &world)
{
    const vault::SecretBytes written = vault::writtenRecoveryCode(vault::createRecoveryCode(world.chance));
    QStringList groups;
    for (std::size_t group = 0; group < vault::recovery::groups; ++group)
        groups += vault::recoveryGroup(written, group);
    return groups.join(QLatin1Char(' '));
}

void addOldCopies(World &world)
{
    for (const char *folder : {"/vault.old-20260210T090000Z", "/quarantine/2026-02-01T090000Z"}) {
        const QString path = world.folder() + QLatin1String(folder);
        QFile file(path + QLatin1String("/rapport.db"));
        if (!QDir().mkpath(path) || !file.open(QIODevice::WriteOnly) || file.write("old") != 3)
            throw World::Absent{QStringLiteral("older copies")};
    }
}

void howItOpensWithOldCopies(World &world)
{
    openWithThreeCards(world);
    addOldCopies(world);
    world.press("Settings");
    world.press("How Rapport opens");
    world.untilShown("HowItOpensScreen");
    world.until([&world] { return world.rooms().oldCopies()->state() == app::OldCopies::There; },
                QStringLiteral("the older copies"));
}

void renewKey(World &world)
{
    openWithThreeCards(world);
    world.press("Settings");
    world.press("How Rapport opens");
    world.press("Renew the key …");
    world.untilShown("RenewKeyScreen");
}

void renewKeyWithCode(World &world)
{
    openWithCode(world);
    world.press("Settings");
    world.press("How Rapport opens");
    world.press("Renew the key …");
    world.untilShown("RenewKeyScreen");
}

void deleteOldCopies(World &world)
{
    howItOpensWithOldCopies(world);
    world.press("Delete the older copies …");
    world.untilShown("OldCopiesScreen");
}

} // namespace

QList<State> keyStates()
{
    return {
        {"EraseScreen", "by-code",
         [](World &world) {
             openWithCode(world);
             world.press("Settings");
             world.press("Delete everything …");
             world.press("Use the recovery code");
             world.type("Your recovery code, once more", QStringLiteral("z0emzbkxxg8x19v502"));
         }},
        {"RenewKeyScreen", "asked", renewKey},
        {"RenewKeyScreen", "with-code", renewKeyWithCode},
        {"RenewKeyScreen", "another-code",
         [](World &world) {
             renewKeyWithCode(world);
             world.type("Recovery code", anotherCode(world));
             world.type("Your passphrase, once more", World::passphrase());
             world.press("Renew the key");
             world.until([&world] { return !world.rooms().keyRenewal()->problem().isEmpty(); },
                         QStringLiteral("an answer"));
         }},
        {"RenewingScreen", "running",
         [](World &world) {
             renewKey(world);
             // Or it is over before anybody looks.
             QObject::connect(&world.shell(), &app::Shell::viewChanged, &world.shell(), [&world] {
                 if (world.shell().view() == app::Shell::Renewing)
                     world.disk.hang(true);
             });
             world.press("Renew the key");
             world.untilShown("RenewingScreen");
         }},
        {"RenewedScreen", "done",
         [](World &world) {
             renewKey(world);
             world.press("Renew the key");
             world.untilShown("RenewedScreen");
         }},
        {"RenewedScreen", "code-ends",
         [](World &world) {
             renewKeyWithCode(world);
             addOldCopies(world);
             world.type("Your passphrase, once more", World::passphrase());
             world.press("Renew the key");
             world.untilShown("RenewedScreen");
             world.until([&world] { return world.rooms().oldCopies()->state() == app::OldCopies::There; },
                         QStringLiteral("the older copies"));
         }},
        {"RenewedScreen", "unchanged",
         [](World &world) {
             renewKey(world);
             world.disk.fail(vault::Error{vault::Error::DiskFull});
             world.press("Renew the key");
             world.untilShown("RenewedScreen");
         }},
        {"HowItOpensScreen", "old-copies", howItOpensWithOldCopies},
        {"OldCopiesScreen", "first", deleteOldCopies},
        {"OldCopiesScreen", "sure",
         [](World &world) {
             deleteOldCopies(world);
             world.press("I need nothing of them any more");
         }},
        {"HowItOpensScreen", "copies-gone",
         [](World &world) {
             deleteOldCopies(world);
             world.press("I need nothing of them any more");
             world.press("Delete them");
             world.untilShown("HowItOpensScreen");
         }},
    };
}

} // namespace rapport::registry
