// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QCoreApplication>
#include <QKeyEvent>

#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

namespace {

void settings(World &world)
{
    openWithThreeCards(world);
    world.press("Settings");
    world.untilShown("SettingsScreen");
}

void erase(World &world)
{
    settings(world);
    world.press("Delete everything …");
    world.untilShown("EraseScreen");
}

void backup(World &world)
{
    settings(world);
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

void howItOpens(World &world)
{
    settings(world);
    world.press("How Rapport opens");
    world.untilShown("HowItOpensScreen");
}

void howItOpensBehindPassphrase(World &world)
{
    openBehindPassphrase(world);
    world.press("Settings");
    world.press("How Rapport opens");
    world.untilShown("HowItOpensScreen");
}

void showCode(World &world)
{
    howItOpens(world);
    world.press("Make a recovery code");
    world.untilShown("RecoveryCodeScreen");
}

/// The code that was shown and typed.
QString typeBackCode(World &world)
{
    showCode(world);
    const QString code = world.rooms().howItOpens()->codeGroups().join(QLatin1Char(' '));
    world.press("I have written it down");
    world.untilShown("RecoveryCheckScreen");
    world.type("Recovery code", code);
    return code;
}

void typeCodeBack(World &world)
{
    typeBackCode(world);
}

/// The key store lost its key, and the recovery code opened the vault.
void comeInByCode(World &world)
{
    const QString code = typeBackCode(world);
    world.press("Make it count");
    world.untilShown("HowItOpensScreen");
    // From the event loop, as a press and the clock do it: what the screens are
    // made of goes level by level.
    QMetaObject::invokeMethod(&world.shell(), &app::Shell::lock, Qt::QueuedConnection);
    world.untilShown("LockedScreen");
    world.keys.entries.clear();
    world.shell().retry();
    world.untilShown("ProblemScreen");
    world.shell().useRecoveryCode();
    world.shell().enterRecoveryCode(code);
    world.until([&world] { return world.shell().view() == app::Shell::Unlocked; },
                QStringLiteral("the rooms"));
    world.press("Settings");
    world.press("How Rapport opens");
    world.untilShown("HowItOpensScreen");
}

void eraseBehindPin(World &world)
{
    world.makePinVault([&world](storage::Database &database) { addThreeCards(world, database); });
    world.start(app::Shell::AskPin);
    world.shell().enterPin(World::pin());
    world.untilShown("TodayScreen");
    world.press("Settings");
    world.press("Delete everything …");
    world.untilShown("EraseScreen");
}

} // namespace

QList<State> settingsStates()
{
    return {
        {"SettingsScreen", "first", settings},
        {"SettingsScreen", "chosen",
         [](World &world) {
             settings(world);
             world.press("Light or dark: Dark");
         }},
        {"SettingsScreen", "not-kept",
         [](World &world) {
             settings(world);
             const FullDisk full;
             world.press("Light or dark: Dark");
             world.wait(std::chrono::milliseconds(50));
         }},
        {"SettingsScreen", "private",
         [](World &world) {
             settings(world);
             world.press("Cover the screen when I'm elsewhere: Always");
             world.press("Veil my words until I ask for them: In every list");
         }},
        {"CoverScreen", "always",
         [](World &world) {
             settings(world);
             world.press("Cover the screen when I'm elsewhere: Always");
             world.goElsewhere();
         }},
        {"CoverScreen", "with-a-lock",
         [](World &world) {
             openBehindPassphrase(world);
             world.goElsewhere();
         }},
        {"SettingsScreen", "lockable",
         [](World &world) {
             openBehindPassphrase(world);
             world.press("Settings");
         }},
        {"ProtectsScreen", "read",
         [](World &world) {
             settings(world);
             world.press("What this protects, and what it cannot");
         }},
        {"EraseScreen", "first", erase},
        {"EraseScreen", "sure",
         [](World &world) {
             erase(world);
             world.press("I know that none of it can be brought back");
         }},
        {"EraseScreen", "lockable",
         [](World &world) {
             openBehindPassphrase(world);
             world.press("Settings");
             world.press("Delete everything …");
             world.untilShown("EraseScreen");
         }},
        {"EraseScreen", "not-right",
         [](World &world) {
             openBehindPassphrase(world);
             world.press("Settings");
             world.press("Delete everything …");
             world.press("I know that none of it can be brought back");
             world.type("Your passphrase, once more", QStringLiteral("not it"));
             world.press("Delete it all");
             world.until([&world] { return !world.rooms().stepUp()->problem().isEmpty(); },
                         QStringLiteral("an answer"));
         }},
        {"EraseScreen", "pin", eraseBehindPin},
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
        {"FirstMinuteScreen", "erased",
         [](World &world) {
             erase(world);
             world.press("I know that none of it can be brought back");
             world.press("Delete it all");
             world.untilShown("FirstMinuteScreen");
         }},
        {"HowItOpensScreen", "no-lock", howItOpens},
        {"HowItOpensScreen", "passphrase", howItOpensBehindPassphrase},
        {"HowItOpensScreen", "kept",
         [](World &world) {
             typeCodeBack(world);
             world.press("Make it count");
             world.untilShown("HowItOpensScreen");
         }},
        {"ChoosePinScreen", "empty",
         [](World &world) {
             howItOpens(world);
             world.press("Lock with a PIN");
             world.untilShown("ChoosePinScreen");
         }},
        {"ChoosePinScreen", "easy",
         [](World &world) {
             howItOpensBehindPassphrase(world);
             world.press("Lock with a PIN");
             world.type("New PIN", QStringLiteral("260587"));
         }},
        {"ChoosePinScreen", "no-key-store",
         [](World &world) {
             howItOpensBehindPassphrase(world);
             world.keys.readAnswer = platform::KeyStore::Result::Unavailable;
             world.press("Lock with a PIN");
             world.type("New PIN", World::pin());
             world.type("The same again", World::pin());
             world.type("Your passphrase, once more", World::passphrase());
             world.press("Lock with this PIN");
             world.until([&world] { return !world.rooms().lockKeeper()->problem().isEmpty(); },
                         QStringLiteral("an answer"));
         }},
        {"LockPassphraseScreen", "empty",
         [](World &world) {
             howItOpens(world);
             world.press("Lock with a passphrase");
             world.untilShown("LockPassphraseScreen");
         }},
        {"LockPassphraseScreen", "made",
         [](World &world) {
             howItOpens(world);
             world.press("Lock with a passphrase");
             world.press("Make one for me");
         }},
        {"NoCodeScreen", "asked",
         [](World &world) {
             typeCodeBack(world);
             world.press("Make it count");
             world.press("Take the code away");
             world.untilShown("NoCodeScreen");
         }},
        {"HowItOpensScreen", "key-lost", comeInByCode},
        {"RepairScreen", "asked",
         [](World &world) {
             comeInByCode(world);
             world.press("Put the key store right");
             world.untilShown("RepairScreen");
         }},
        {"NoLockScreen", "asked",
         [](World &world) {
             howItOpensBehindPassphrase(world);
             world.press("Take the lock away");
             world.untilShown("NoLockScreen");
         }},
        {"RecoveryCodeScreen", "shown", showCode},
        {"RecoveryCodeScreen", "not-yet",
         [](World &world) {
             showCode(world);
             world.press("Not yet");
         }},
        {"RecoveryCheckScreen", "ready", typeCodeBack},
        {"RecoveryCheckScreen", "another-code",
         [](World &world) {
             typeCodeBack(world);
             world.type("Recovery code", World::recoveryCode());
             world.press("Make it count");
             world.until([&world] { return !world.rooms().howItOpens()->problem().isEmpty(); },
                         QStringLiteral("an answer"));
         }},
        {"AboutScreen", "read",
         [](World &world) {
             settings(world);
             world.press("About Rapport");
         }},
    };
}

} // namespace rapport::registry
