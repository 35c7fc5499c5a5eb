// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

namespace {

void howItOpens(World &world)
{
    openWithThreeCards(world);
    world.press("Settings");
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

} // namespace

QList<State> opensStates()
{
    return {
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
    };
}

} // namespace rapport::registry
