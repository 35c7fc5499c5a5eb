// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::Cards;

namespace {

void toSay(World &world)
{
    world.press("To say");
    world.untilShown("ToSayScreen");
}

void toSayWithThree(World &world)
{
    openWithThreeCards(world);
    toSay(world);
}

void toSayVeiled(World &world)
{
    openWithThreeCards(world);
    world.press("Settings");
    world.press("Veil my words until I ask for them: In every list");
    world.press("Back");
    toSay(world);
}

} // namespace

QList<State> toSayStates()
{
    return {
        {"ToSayScreen", "empty",
         [](World &world) {
             world.open();
             toSay(world);
         }},
        {"ToSayScreen", "loading",
         [](World &world) {
             openAgain(world, freezeDatabase);
             toSay(world);
         }},
        {"ToSayScreen", "failed",
         [](World &world) {
             openDamaged(world);
             world.until([&world] { return world.rooms().cards()->status() == Cards::Failed; },
                         QStringLiteral("cards that cannot be read"));
             toSay(world);
         }},
        {"ToSayScreen", "some", toSayWithThree},
        {"ToSayScreen", "many",
         [](World &world) {
             world.open([&world](storage::Database &database) { addManyCards(world, database); });
             toSay(world);
         }},
        {"ToSayScreen", "veiled", toSayVeiled},
        {"ToSayScreen", "veiled-and-shown",
         [](World &world) {
             toSayVeiled(world);
             world.press("Show what I wrote");
         }},
        {"ToSayScreen", "undo",
         [](World &world) {
             toSayWithThree(world);
             world.press({"Your words: %1", QString::fromUtf8(need)});
             world.press("Delete this card");
             world.until([&world] { return world.rooms().cards()->canUndo(); },
                         QStringLiteral("a card that was deleted"));
         }},
        {"ToSayScreen", "not-changed",
         [](World &world) {
             toSayWithThree(world);
             const FullDisk full;
             world.press({"For the next session: %1", QString::fromUtf8(need)});
             world.until([&world] { return !world.rooms().cards()->problem().isEmpty(); },
                         QStringLiteral("a card that is not changed"));
         }},
    };
}

} // namespace rapport::registry
