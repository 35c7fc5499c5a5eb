// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QCoreApplication>

#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::CheckInEditor;
using app::LookingBack;
using app::Moods;
using app::MoodWeek;

namespace {

constexpr char noteLine[] = "A note about it";

/// Words that are finished: put together, and in the language of the look.
Name heard(const QString &words)
{
    return {"%1", words};
}

void pressMood(World &world, int step)
{
    world.press(heard(world.rooms().moods()->names().at(step)));
}

void tap(World &world, int step)
{
    openWithThreeCards(world);
    pressMood(world, step);
    world.until([&world] { return world.rooms().moods()->state() == Moods::Kept; },
                QStringLiteral("a mood that is kept"));
}

void untilStatus(World &world, LookingBack::Status status)
{
    world.until([&world, status] { return world.rooms().lookingBack()->status() == status; },
                QStringLiteral("the days"));
    world.untilShown("LookingBackScreen");
}

void lookBack(World &world, LookingBack::Status status = LookingBack::Ready)
{
    world.press("Looking back");
    untilStatus(world, status);
}

void lookBackOnAWeek(World &world)
{
    world.open([&world](storage::Database &database) { addMoods(world, database); });
    lookBack(world);
    world.until([&world] { return world.rooms().moodWeek()->status() == MoodWeek::Ready; },
                QStringLiteral("the week"));
}

/// The newest, which has a note.
void pressNewest(World &world)
{
    const QString name = world.rooms().lookingBack()->index(0).data(LookingBack::NameRole).toString();
    world.press(heard(QCoreApplication::translate("LookingBackDelegate", "%1. Your words: %2")
                          .arg(name, QString::fromUtf8(moodNote))));
}

void openCheckIn(World &world)
{
    lookBackOnAWeek(world);
    pressNewest(world);
    world.until([&world] { return world.rooms().checkInEditor()->state() == CheckInEditor::Editing; },
                QStringLiteral("a check-in"));
    world.untilShown("CheckInScreen");
}

} // namespace

QList<State> moodStates()
{
    return {
        {"TodayScreen", "mood-kept", [](World &world) { tap(world, 3); }},
        {"TodayScreen", "mood-low", [](World &world) { tap(world, 0); }},
        {"TodayScreen", "mood-note",
         [](World &world) {
             tap(world, 1);
             world.press("Add a note");
             world.type(noteLine, QString::fromUtf8(moodNote));
         }},
        {"TodayScreen", "mood-noted",
         [](World &world) {
             tap(world, 1);
             world.press("Add a note");
             world.type(noteLine, QString::fromUtf8(moodNote));
             world.press("Keep the note");
             world.until([&world] { return !world.rooms().moods()->lastNote().isEmpty(); },
                         QStringLiteral("a note that is kept"));
         }},
        {"TodayScreen", "mood-not-kept",
         [](World &world) {
             openWithThreeCards(world);
             const FullDisk full;
             pressMood(world, 1);
             world.until([&world] { return !world.rooms().moods()->problem().isEmpty(); },
                         QStringLiteral("a mood that is not kept"));
         }},
        {"LookingBackScreen", "empty",
         [](World &world) {
             world.open();
             lookBack(world, LookingBack::Empty);
         }},
        {"LookingBackScreen", "loading",
         [](World &world) {
             world.open();
             freezeDatabase();
             world.press("Looking back");
             world.untilShown("LookingBackScreen");
         }},
        {"LookingBackScreen", "veiled",
         [](World &world) {
             world.open([&world](storage::Database &database) { addMoods(world, database); });
             world.press("Settings");
             world.press("Veil my words until I ask for them: In every list");
             world.press("Back");
             lookBack(world);
         }},
        {"LookingBackScreen", "failed",
         [](World &world) {
             world.open([&world](storage::Database &database) { addMoods(world, database); });
             world.damageDatabase();
             lookBack(world, LookingBack::Failed);
         }},
        {"LookingBackScreen", "cards-only",
         [](World &world) {
             openWithThreeCards(world);
             lookBack(world);
         }},
        {"LookingBackScreen", "week", lookBackOnAWeek},
        {"LookingBackScreen", "week-before",
         [](World &world) {
             lookBackOnAWeek(world);
             world.press("Earlier week");
             world.until([&world] { return !world.rooms().moodWeek()->isLatest(); },
                         QStringLiteral("the week before"));
         }},
        {"LookingBackScreen", "day-read",
         [](World &world) {
             lookBackOnAWeek(world);
             const MoodWeek &week = *world.rooms().moodWeek();
             int day = 0;
             while (!week.index(day).data(MoodWeek::ThereRole).toBool())
                 ++day;
             world.press(heard(week.index(day).data(MoodWeek::SentenceRole).toString()));
         }},
        {"LookingBackScreen", "table",
         [](World &world) {
             lookBackOnAWeek(world);
             world.press("Show as table");
         }},
        {"LookingBackScreen", "undo",
         [](World &world) {
             openCheckIn(world);
             world.press("Delete this check-in");
             world.until([&world] { return world.rooms().lookingBack()->canUndo(); },
                         QStringLiteral("a check-in that was deleted"));
         }},
        {"CheckInScreen", "open", openCheckIn},
        {"CheckInScreen", "changed",
         [](World &world) {
             openCheckIn(world);
             world.press("Private: never counted in a note");
         }},
        {"CheckInScreen", "not-saved",
         [](World &world) {
             openCheckIn(world);
             world.type(noteLine, QString::fromUtf8(longOne));
             const FullDisk full;
             world.press("Save");
             world.until([&world] { return world.rooms().checkInEditor()->state() == CheckInEditor::Failed; },
                         QStringLiteral("a note that is not saved"));
         }},
        {"CheckInScreen", "gone",
         [](World &world) {
             openCheckIn(world);
             world.rooms().lookingBack()->remove(world.rooms().checkInEditor()->uid());
             world.until([&world] { return world.rooms().lookingBack()->canUndo(); },
                         QStringLiteral("a check-in that was deleted"));
             world.press("Private: never counted in a note");
             world.press("Save");
             world.until([&world] { return world.rooms().checkInEditor()->state() == CheckInEditor::Gone; },
                         QStringLiteral("a check-in that is gone"));
         }},
    };
}

} // namespace rapport::registry
