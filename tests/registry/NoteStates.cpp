// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::NoteHandover;
using Result = platform::Sharer::Result;

namespace {

void choose(World &world)
{
    world.open([&world](storage::Database &database) {
        addManyCards(world, database);
        addSession(world, database, QDate(2026, 3, 3), QTime(14, 0));
    });
    world.press("To say");
    world.press("Make my note");
    world.untilShown("NoteScreen");
}

void chosen(World &world)
{
    choose(world);
    world.press("Put in what I chose");
    world.press("Ask me about it first");
}

void preview(World &world)
{
    chosen(world);
    world.press("See the page");
    world.untilShown("NotePreviewScreen");
}

void ready(World &world)
{
    preview(world);
    world.press("I have read this");
}

void waitFor(World &world, NoteHandover::State state)
{
    world.until([&world, state] { return world.rooms().noteHandover()->state() == state; },
                QStringLiteral("a note in state %1").arg(state));
}

template<Result result>
void saved(World &world)
{
    ready(world);
    world.sharer().next = result;
    world.press("Save as text");
    world.wait(std::chrono::milliseconds(50));
}

} // namespace

QList<State> noteStates()
{
    return {
        {"NoteScreen", "empty",
         [](World &world) {
             world.open([&world](storage::Database &database) {
                 domain::Card card;
                 card.text = QString::fromUtf8(boundary);
                 card.record.isPrivate = true;
                 addCard(world, database, card);
             });
             world.press("To say");
             world.press("Make my note");
         }},
        {"NoteScreen", "nothing-ticked", choose},
        {"NoteScreen", "chosen-put-in", chosen},
        {"NoteScreen", "full",
         [](World &world) {
             choose(world);
             world.press("Put in what I chose");
             // Rows out of sight need not be there to be pressed.
             for (const domain::Card &card : world.rooms().cards()->list()) {
                 if (card.text == QString::fromUtf8(need))
                     world.rooms().noteMaker()->setTicked(card.record.uid.toString(), true);
             }
             world.press("Ask me about it first");
         }},
        {"NotePreviewScreen", "first-time", preview},
        {"NotePreviewScreen", "ready", ready},
        {"NotePreviewScreen", "handing-over",
         [](World &world) {
             ready(world);
             world.sharer().holds = true;
             world.press("Save as text");
             waitFor(world, NoteHandover::HandingOver);
         }},
        {"NotePreviewScreen", "copied",
         [](World &world) {
             ready(world);
             world.press("Copy the note");
             waitFor(world, NoteHandover::HandedOver);
         }},
        {"NotePreviewScreen", "saved", saved<Result::Done>},
        {"NotePreviewScreen", "cancelled", saved<Result::Cancelled>},
        {"NotePreviewScreen", "no-such-way", saved<Result::Unavailable>},
        {"NotePreviewScreen", "failed", saved<Result::Failed>},
        {"NotePreviewScreen", "not-written-down",
         [](World &world) {
             ready(world);
             const FullDisk full;
             world.press("Copy the note");
             waitFor(world, NoteHandover::Failed);
         }},
        {"NotePageScreen", "larger",
         [](World &world) {
             ready(world);
             world.press("See the page larger");
         }},
    };
}

} // namespace rapport::registry
