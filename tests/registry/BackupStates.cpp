// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QCoreApplication>
#include <QKeyEvent>

#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

namespace {

void backup(World &world)
{
    openWithThreeCards(world);
    world.press("Settings");
    world.press("Back up …");
    world.untilShown("BackupScreen");
    world.until([&world] { return !world.rooms().backups()->lastWords().isEmpty(); },
                QStringLiteral("when the last one was made"));
}

void replace(World &world)
{
    backup(world);
    world.press("Restore from a back-up …");
    world.untilShown("ReplaceScreen");
}

/// What is further down a long page is looked at, too.
void toTheEnd(World &world)
{
    for (int pages = 0; pages < 3; ++pages) {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
        QCoreApplication::sendEvent(world.window(), &down);
    }
}

/// The system's dialog was asked, and brings this.
void chooseFolder(World &world, platform::FileChooser::Result result)
{
    world.chooser().available = true;
    world.chooser().next = result;
    world.chooser().path = world.folder();
    backup(world);
    world.press("Choose a folder …");
    world.until([&world] { return !world.shell().placeChooser()->asking(); }, QStringLiteral("a folder"));
    const auto asked = world.chooser().asked;
    if (asked.size() != 1 || asked.first().beginIn != QLatin1String("/media/stick"))
        throw World::Absent{QStringLiteral("a dialog in the folder of the field")};
    toTheEnd(world);
}

void makeBackup(World &world, const QString &folder)
{
    backup(world);
    world.press("I have written it down");
    world.type("Folder for back-ups", folder);
    world.press("Make the back-up");
}

void untilBackup(World &world, app::Backups::State state)
{
    world.until([&world, state] { return world.rooms().backups()->state() == state; },
                QStringLiteral("the back-up in state %1").arg(state));
}

} // namespace

QList<State> backupStates()
{
    return {
        {"BackupScreen", "asking", backup},
        {"BackupScreen", "chosen",
         [](World &world) {
             chooseFolder(world, platform::FileChooser::Result::Chosen);
             world.press("I have written it down");
             world.press("Make the back-up");
             untilBackup(world, app::Backups::Done);
             if (!world.rooms().backups()->file().startsWith(world.folder() + u'/'))
                 throw World::Absent{QStringLiteral("a back-up in the folder that was chosen")};
         }},
        {"BackupScreen", "choosing",
         [](World &world) {
             world.chooser().available = true;
             world.chooser().holds = true;
             openBehindPassphrase(world);
             world.press("Settings");
             world.press("Back up …");
             world.press("Choose a folder …");
             world.until([&world] { return world.shell().placeChooser()->asking(); },
                         QStringLiteral("an open dialog"));
             // A minute untouched locks; a dialog is somebody's doing.
             world.bootClock().pass(4 * tests::ScriptedBootClock::minute);
             toTheEnd(world);
             world.wait(std::chrono::milliseconds(20));
             if (world.shell().view() != app::Shell::Unlocked)
                 throw World::Absent{QStringLiteral("a lock that waits for a dialog")};
         }},
        {"BackupScreen", "not-chosen",
         [](World &world) { chooseFolder(world, platform::FileChooser::Result::Failed); }},
        {"BackupScreen", "own",
         [](World &world) {
             openBehindPassphrase(world);
             world.press("Settings");
             world.press("Back up …");
             world.press("Choose my own instead");
             world.type("Passphrase of the back-up", QStringLiteral("seven grey boats wait for wind"));
         }},
        {"ReplaceScreen", "first", replace},
        {"ReplaceScreen", "lockable",
         [](World &world) {
             openBehindPassphrase(world);
             world.press("Settings");
             world.press("Back up …");
             world.press("Restore from a back-up …");
         }},
        {"ReplaceScreen", "not-right",
         [](World &world) {
             openBehindPassphrase(world);
             world.press("Settings");
             world.press("Back up …");
             world.press("Restore from a back-up …");
             world.type("Your passphrase, once more", QStringLiteral("not it"));
             world.press("Choose the back-up");
             world.until([&world] { return !world.rooms().stepUp()->problem().isEmpty(); },
                         QStringLiteral("an answer"));
             toTheEnd(world);
         }},
        {"RestoreScreen", "from-the-open-notes",
         [](World &world) {
             replace(world);
             world.press("Choose the back-up");
             world.untilShown("RestoreScreen");
         }},
        {"TodayScreen", "not-replaced",
         [](World &world) {
             replace(world);
             world.press("Choose the back-up");
             world.untilShown("RestoreScreen");
             world.press("Back");
             world.untilShown("TodayScreen");
             world.until([&world] { return world.rooms().cards()->count() == 3; },
                         QStringLiteral("the same three cards"));
         }},
        {"BackupScreen", "working",
         [](World &world) {
             backup(world);
             world.wait(std::chrono::milliseconds(50));
             freezeDatabase();
             world.press("I have written it down");
             world.type("Folder for back-ups", world.folder());
             world.press("Make the back-up");
             untilBackup(world, app::Backups::Working);
         }},
        {"BackupScreen", "failed",
         [](World &world) {
             makeBackup(world, QStringLiteral("/media/stick"));
             untilBackup(world, app::Backups::Failed);
         }},
        {"BackupScreen", "stopped",
         [](World &world) {
             openWithThreeCards(world);
             stopBackupByLock(world);
             world.press("Settings");
             world.press("Back up …");
             world.until([&world] { return world.rooms().backups()->wasStopped(); },
                         QStringLiteral("that it was stopped"));
         }},
        {"BackupScreen", "done",
         [](World &world) {
             makeBackup(world, world.folder());
             untilBackup(world, app::Backups::Done);
         }},
    };
}

} // namespace rapport::registry
