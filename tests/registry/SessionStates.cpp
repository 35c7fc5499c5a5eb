// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

namespace {

void newDate(World &world)
{
    world.open();
    world.press("When is your next session?");
    world.untilShown("SessionScreen");
}

} // namespace

QList<State> sessionStates()
{
    return {
        {"SessionScreen", "new", newDate},
        {"SessionScreen", "known",
         [](World &world) {
             openBeforeSession(world, QDate(2026, 3, 5), QTime(14, 0));
             world.press("Change the next session");
         }},
        {"SessionScreen", "with-whom",
         [](World &world) {
             newDate(world);
             world.press("With whom?");
             world.type("A name, or none", QStringLiteral("My therapist"));
             world.press("By e-mail");
         }},
        {"SessionScreen", "past",
         [](World &world) {
             openBeforeSession(world, QDate(2026, 3, 2), QTime(9, 15));
             world.press("Change the next session");
             world.press("A quarter of an hour earlier");
             world.press("A quarter of an hour earlier");
         }},
        {"SessionScreen", "not-saved",
         [](World &world) {
             newDate(world);
             const FullDisk full;
             world.press("Set this date");
             world.until([&world] { return !world.rooms().nextSession()->problem().isEmpty(); },
                         QStringLiteral("a date that is not saved"));
         }},
    };
}

} // namespace rapport::registry
