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
        {"AboutScreen", "read",
         [](World &world) {
             settings(world);
             world.press("About Rapport");
         }},
    };
}

} // namespace rapport::registry
