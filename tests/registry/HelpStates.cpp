// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QLocale>

#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::Shell;

namespace {

void ask(World &world)
{
    world.start(Shell::FirstMinute);
    world.press("Help now");
    world.untilShown("HelpScreen");
}

/// What stands on the button comes from Qt's names of countries.
void chooseSpain(World &world)
{
    world.press({"%1", QLocale::territoryToString(QLocale::Spain)});
}

void spain(World &world)
{
    ask(world);
    chooseSpain(world);
}

} // namespace

QList<State> helpStates()
{
    return {
        {"HelpScreen", "which-country", ask},
        {"HelpScreen", "country", spain},
        {"HelpScreen", "no-line-known",
         [](World &world) {
             ask(world);
             world.press("Another country");
         }},
        {"HelpScreen", "changing",
         [](World &world) {
             spain(world);
             world.press("Change the country");
         }},
        {"HelpScreen", "out-of-date",
         [](World &world) {
             world.clock.set.set(QDate(2028, 3, 2), QTime(9, 0));
             spain(world);
         }},
        {"HelpScreen", "no-phone",
         [](World &world) {
             spain(world);
             world.sharer().next = platform::Sharer::Result::Unavailable;
             world.press({"Call %1, In danger right now? The emergency number", QStringLiteral("112")});
             world.wait(std::chrono::milliseconds(50));
         }},
        {"HelpScreen", "over-a-problem",
         [](World &world) {
             world.makeVault();
             world.keys.readAnswer = platform::KeyStore::Result::Locked;
             world.start(Shell::Problem);
             world.press("Help now");
             world.untilShown("HelpScreen");
             chooseSpain(world);
         }},
    };
}

} // namespace rapport::registry
