// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QQuickItem>

#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::Pause;
using Clock = tests::ScriptedBootClock;

namespace {

void openPlace(World &world)
{
    openWithThreeCards(world);
    world.press("Pause");
    world.untilShown("PauseScreen");
}

void untilState(World &world, Pause::State state)
{
    world.until([&world, state] { return world.rooms().pause()->state() == state; },
                QStringLiteral("a pause in the state %1").arg(state));
}

void begin(World &world)
{
    world.press("Begin");
    untilState(world, Pause::Running);
    world.untilShown("PauseRunningScreen");
    world.bootClock().awaitThread();
}

void pass(World &world, qint64 ns)
{
    world.bootClock().pass(ns);
}

/// The frame of the bell for eyes is a state of its own.
void untilBellIsOver(World &world)
{
    world.until(
        [&world] {
            const QQuickItem *bell = world.item("VisualBell");
            return bell && bell->opacity() == 0;
        },
        QStringLiteral("a pause after its bell"));
}

void run(World &world)
{
    openPlace(world);
    begin(world);
    world.until([&world] { return world.item("VisualBell")->opacity() == 1; }, QStringLiteral("a bell"));
}

void runToThePrompt(World &world)
{
    run(world);
    untilBellIsOver(world);
    pass(world, 100 * Clock::second);
    world.until([&world] { return world.rooms().pause()->progress() > 0.3; }, QStringLiteral("time passed"));
}

void runToTheEnd(World &world)
{
    runToThePrompt(world);
    pass(world, 400 * Clock::second);
    untilState(world, Pause::Finished);
    untilBellIsOver(world);
}

} // namespace

QList<State> pauseStates()
{
    return {
        {"PauseScreen", "ready", openPlace},
        {"PauseScreen", "silent",
         [](World &world) {
             openPlace(world);
             world.bell().audible = false;
             world.press("Quiet");
             world.until([&world] { return world.rooms().pause()->silent(); }, QStringLiteral("silence"));
         }},
        {"PauseScreen", "still-open",
         [](World &world) {
             run(world);
             world.shell().act(QStringLiteral("new-need"));
             world.press("Pause");
         }},
        {"PauseScreen", "failed",
         [](World &world) {
             openDamaged(world);
             untilState(world, Pause::Failed);
             world.press("Pause");
         }},
        {"PauseScreen", "not-remembered",
         [](World &world) {
             openPlace(world);
             const FullDisk full;
             world.press("A minute more");
             world.until([&world] { return !world.rooms().pause()->problem().isEmpty(); },
                         QStringLiteral("a choice that is not remembered"));
         }},
        {"PauseRunningScreen", "bell", run},
        {"PauseRunningScreen", "prompt", runToThePrompt},
        {"PauseRunningScreen", "time-shown",
         [](World &world) {
             runToThePrompt(world);
             world.press("Show the time left");
         }},
        {"PauseRunningScreen", "silent",
         [](World &world) {
             openPlace(world);
             world.bell().audible = false;
             begin(world);
             world.until([&world] { return world.rooms().pause()->silent(); }, QStringLiteral("silence"));
             untilBellIsOver(world);
         }},
        {"PauseRunningScreen", "held",
         [](World &world) {
             runToThePrompt(world);
             world.press("Hold the pause");
             untilState(world, Pause::Held);
         }},
        {"PauseRunningScreen", "finished", runToTheEnd},
        {"PauseRunningScreen", "not-written-down",
         [](World &world) {
             runToThePrompt(world);
             const FullDisk full;
             pass(world, 400 * Clock::second);
             world.until([&world] { return !world.rooms().pause()->problem().isEmpty(); },
                         QStringLiteral("a pause that is not written down"));
             untilBellIsOver(world);
         }},
    };
}

} // namespace rapport::registry
