// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/DraftRepository.h"
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::CardEditor;

namespace {

void openCard(World &world, const char *text = boundary)
{
    world.press("To say");
    world.press({"Your words: %1", QString::fromUtf8(text)});
    world.untilShown("CardScreen");
}

void openOneOfThree(World &world)
{
    openWithThreeCards(world);
    openCard(world);
}

void openOneOfMany(World &world)
{
    world.open([&world](storage::Database &database) { addManyCards(world, database); });
    openCard(world);
}

void change(World &world)
{
    openOneOfThree(world);
    world.press("Private: never put into a note");
}

} // namespace

QList<State> cardStates()
{
    return {
        {"CardScreen", "plain", openOneOfThree},
        {"CardScreen", "more",
         [](World &world) {
             openOneOfMany(world);
             world.press("More about this card");
         }},
        {"CardScreen", "changed", change},
        {"CardScreen", "draft-found",
         [](World &world) {
             openOneOfThree(world);
             world.type("What I want to say", QString::fromUtf8(longOne));
             world.rooms().cardEditor()->flush();
             const QString uid = world.rooms().cardEditor()->uid();
             world.rooms().cardEditor()->open(uid); // as after a restart
             world.until([&world] { return world.rooms().cardEditor()->draftFound(); },
                         QStringLiteral("a draft"));
         }},
        {"CardScreen", "saving",
         [](World &world) {
             change(world);
             freezeDatabase();
             world.press("Save");
         }},
        {"CardScreen", "not-saved",
         [](World &world) {
             change(world);
             const FullDisk full;
             world.press("Save");
             world.until([&world] { return world.rooms().cardEditor()->state() == CardEditor::Failed; },
                         QStringLiteral("a card that is not saved"));
         }},
        {"CardScreen", "gone",
         [](World &world) {
             openOneOfThree(world);
             const QString uid = world.rooms().cardEditor()->uid();
             world.rooms().cards()->remove(uid);
             world.until([&world] { return world.rooms().cards()->count() == 2; },
                         QStringLiteral("a card less"));
             world.rooms().cardEditor()->open(uid);
             world.until([&world] { return world.rooms().cardEditor()->state() == CardEditor::Gone; },
                         QStringLiteral("a card that is gone"));
         }},
        {"CardScreen", "leaving",
         [](World &world) {
             change(world);
             world.press("Back");
             world.until([&world] { return world.shows("Leave it as it was"); },
                         QStringLiteral("a question"));
         }},
    };
}

} // namespace rapport::registry
