// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
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
        {"FirstMinuteScreen", "erased",
         [](World &world) {
             erase(world);
             world.press("I know that none of it can be brought back");
             world.press("Delete it all");
             world.untilShown("FirstMinuteScreen");
         }},
        {"AboutScreen", "read",
         [](World &world) {
             settings(world);
             world.press("About Rapport");
         }},
    };
}

} // namespace rapport::registry
