// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::ShowCard;

namespace {

void show(World &world, const char *text = boundary)
{
    world.press("To say");
    world.press({"Your words: %1", QString::fromUtf8(text)});
    world.press("Show this card");
    world.untilShown("ShowScreen");
    world.until([&world] { return world.rooms().showCard()->state() == ShowCard::Ready; },
                QStringLiteral("a card to show"));
}

void showOne(World &world)
{
    openWithThreeCards(world);
    show(world);
}

void ask(World &world)
{
    showOne(world);
    world.press("Done");
    world.until([&world] { return world.shows("Not yet"); }, QStringLiteral("a question"));
}

} // namespace

QList<State> showStates()
{
    return {
        {"ShowScreen", "ready", showOne},
        {"ShowScreen", "long",
         [](World &world) {
             world.open([&world](storage::Database &database) { addManyCards(world, database); });
             show(world, longOne);
         }},
        {"ShowScreen", "turned",
         [](World &world) {
             showOne(world);
             world.press("Turn round");
         }},
        {"ShowScreen", "reading",
         [](World &world) {
             showOne(world);
             world.press("Read aloud");
         }},
        {"ShowScreen", "no-voice",
         [](World &world) {
             world.voice().available = false;
             showOne(world);
         }},
        {"ShowScreen", "lockable",
         [](World &world) {
             openBehindPassphrase(world);
             show(world);
         }},
        {"ShowScreen", "was-it-shown", ask},
        {"ShowScreen", "marking",
         [](World &world) {
             ask(world);
             freezeDatabase();
             world.press("Shown");
         }},
        {"ShowScreen", "not-marked",
         [](World &world) {
             ask(world);
             const FullDisk full;
             world.press("Shown");
             world.until([&world] { return !world.rooms().showCard()->problem().isEmpty(); },
                         QStringLiteral("a card that is not marked"));
         }},
        {"ShowScreen", "gone",
         [](World &world) {
             showOne(world);
             const QString uid = world.rooms().cardEditor()->uid();
             world.rooms().cards()->remove(uid);
             world.until([&world] { return world.rooms().cards()->count() == 2; },
                         QStringLiteral("a card less"));
             world.rooms().showCard()->open(uid);
         }},
        {"ToSayScreen", "shown-undo",
         [](World &world) {
             ask(world);
             world.press("Shown");
             world.untilShown("ToSayScreen");
         }},
    };
}

} // namespace rapport::registry
