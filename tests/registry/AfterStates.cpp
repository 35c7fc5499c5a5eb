// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::AfterSession;

namespace {

const QDate today(2026, 3, 2);
constexpr char firstAnswer[] = "%1: Yes";

void untilStatus(World &world, AfterSession::Status status)
{
    world.until([&world, status] { return world.rooms().afterSession()->status() == status; },
                QStringLiteral("the answers' status %1").arg(status));
    world.untilShown("AfterSessionScreen");
}

/// An hour after the session: two things had been chosen for it.
void asked(World &world)
{
    openBeforeSession(world, today, QTime(8, 0));
    world.press("Tell how it went");
    untilStatus(world, AfterSession::Ready);
}

void answer(World &world, int row, int index)
{
    AfterSession *after = world.rooms().afterSession();
    const auto value = [after, row](int role) { return after->index(row).data(role); };
    after->answer(value(AfterSession::UidRole).toString(), index);
    world.until([&] { return value(AfterSession::AnswerRole).toInt() == index; },
                QStringLiteral("an answer"));
}

} // namespace

QList<State> afterStates()
{
    return {
        {"AfterSessionScreen", "asked", asked},
        {"AfterSessionScreen", "answered",
         [](World &world) {
             asked(world);
             answer(world, 0, 0);
             answer(world, 1, 2);
             world.type({"What we agreed: %1", QString::fromUtf8(boundary)},
                        QStringLiteral("We move to after lunch."));
         }},
        {"AfterSessionScreen", "loading",
         [](World &world) {
             openBeforeSession(world, today, QTime(8, 0));
             freezeDatabase();
             world.press("Tell how it went");
             untilStatus(world, AfterSession::Loading);
         }},
        {"AfterSessionScreen", "empty",
         [](World &world) {
             world.open(
                 [&world](storage::Database &database) { addSession(world, database, today, QTime(8, 0)); });
             world.press("Tell how it went");
             untilStatus(world, AfterSession::Empty);
         }},
        {"AfterSessionScreen", "failed",
         [](World &world) {
             openBeforeSession(world, today, QTime(8, 0));
             world.damageDatabase();
             world.press("Tell how it went");
             untilStatus(world, AfterSession::Failed);
         }},
        {"AfterSessionScreen", "not-kept",
         [](World &world) {
             asked(world);
             const FullDisk full;
             world.press({firstAnswer, QString::fromUtf8(boundary)});
             world.until([&world] { return !world.rooms().afterSession()->problem().isEmpty(); },
                         QStringLiteral("an answer that is not kept"));
         }},
    };
}

} // namespace rapport::registry
