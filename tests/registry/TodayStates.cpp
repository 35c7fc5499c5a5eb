// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/DraftRepository.h"
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::Shell;
using app::WriteDown;

namespace {

constexpr char line[] = "Something I'd like my therapist to know";
const QDate today(2026, 3, 2);

void untilBackupOffered(World &world)
{
    world.until(
        [&world] { return world.rooms().backupOffer()->isOffered() && world.item("BackupOfferCard"); },
        QStringLiteral("the offer"));
}

} // namespace

QList<State> todayStates()
{
    return {
        {"TodayScreen", "empty", [](World &world) { world.open(); }},
        {"TodayScreen", "loading", [](World &world) { openAgain(world, freezeDatabase); }},
        {"TodayScreen", "failed",
         [](World &world) {
             openDamaged(world);
             world.until([&world] { return world.rooms().cards()->status() == app::Cards::Failed; },
                         QStringLiteral("cards that cannot be read"));
         }},
        {"TodayScreen", "no-session", openWithThreeCards},
        {"TodayScreen", "recovery-offered",
         [](World &world) {
             world.open([&world](storage::Database &database) {
                 addThreeCards(world, database);
                 static_cast<void>(
                     storage::SettingRepository(database).save(QStringLiteral("recovery-offer"), QString()));
             });
             world.until([&world] { return world.rooms().recoveryOffer()->isOffered(); },
                         QStringLiteral("the offer"));
         }},
        {"TodayScreen", "backup-offered",
         [](World &world) {
             world.open([&world](storage::Database &database) { addOldCards(world, database, 40); });
             untilBackupOffered(world);
         }},
        {"TodayScreen", "backup-long-ago",
         [](World &world) {
             world.open([&world](storage::Database &database) {
                 addThreeCards(world, database);
                 if (!storage::SettingRepository(database).save(app::Backups::lastSetting(),
                                                                QStringLiteral("2026-01-10T10:00:00+01:00")))
                     throw World::Absent{QStringLiteral("a setting")};
             });
             untilBackupOffered(world);
         }},
        {"TodayScreen", "backup-stopped",
         [](World &world) {
             openWithThreeCards(world);
             stopBackupByLock(world);
             untilBackupOffered(world);
         }},
        {"TodayScreen", "far",
         [](World &world) {
             openBeforeSession(world, today.addDays(3), {14, 0});
         }},
        {"TodayScreen", "within-24h", [](World &world) { openBeforeSession(world, today, QTime(14, 0)); }},
        {"TodayScreen", "about-to", [](World &world) { openBeforeSession(world, today, QTime(9, 20)); }},
        {"TodayScreen", "going-in",
         [](World &world) {
             openBeforeSession(world, today, QTime(14, 0));
             world.press("I'm about to go in");
         }},
        {"TodayScreen", "about-to-unveiled",
         [](World &world) {
             openBeforeSession(world, today, QTime(9, 20));
             world.press("Show what I want to say");
         }},
        {"TodayScreen", "about-to-writing",
         [](World &world) {
             openBeforeSession(world, today, QTime(9, 20));
             world.type(line, QString::fromUtf8(need));
         }},
        {"TodayScreen", "about-to-empty",
         [](World &world) {
             world.open(
                 [&world](storage::Database &database) { addSession(world, database, today, QTime(9, 20)); });
         }},
        {"TodayScreen", "after", [](World &world) { openBeforeSession(world, today, QTime(8, 0)); }},
        {"TodayScreen", "after-next-known",
         [](World &world) {
             world.open([&world](storage::Database &database) {
                 addThreeCards(world, database);
                 addSession(world, database, today, QTime(8, 0));
                 addSession(world, database, today.addDays(7), QTime(8, 0));
             });
         }},
        {"TodayScreen", "after-put-off",
         [](World &world) {
             openBeforeSession(world, today, QTime(8, 0));
             world.press("Not now: ask me tomorrow");
         }},
        {"TodayScreen", "after-told",
         [](World &world) {
             openBeforeSession(world, today, QTime(8, 0));
             world.press("Tell how it went");
             world.press("Done");
             world.untilShown("TodayScreen");
         }},
        {"TodayScreen", "said-everything",
         [](World &world) {
             world.open([&world](storage::Database &database) {
                 addCard(world, database, boundary, domain::CardState::Said);
                 addSession(world, database, today.addDays(3), {14, 0});
             });
         }},
        {"TodayScreen", "unveiled",
         [](World &world) {
             openBeforeSession(world, today, QTime(14, 0));
             world.press("Show what I want to say");
         }},
        {"TodayScreen", "writing",
         [](World &world) {
             openBeforeSession(world, today, QTime(14, 0));
             world.type(line, QString::fromUtf8(longOne));
         }},
        {"TodayScreen", "keeping",
         [](World &world) {
             openWithThreeCards(world);
             world.type(line, QString::fromUtf8(longOne));
             freezeDatabase();
             world.press("Keep it");
         }},
        {"TodayScreen", "kept",
         [](World &world) {
             openWithThreeCards(world);
             world.type(line, QString::fromUtf8(longOne));
             world.press("Keep it");
             world.until([&world] { return world.rooms().cards()->count() == 4; },
                         QStringLiteral("a fourth card"));
         }},
        {"TodayScreen", "not-kept",
         [](World &world) {
             openWithThreeCards(world);
             world.type(line, QString::fromUtf8(longOne));
             const FullDisk full;
             world.press("Keep it");
             world.until([&world] { return world.rooms().writeDown()->state() == WriteDown::Failed; },
                         QStringLiteral("a card that is not kept"));
         }},
        {"TodayScreen", "lockable",
         [](World &world) {
             world.makePassphraseVault(
                 [&world](storage::Database &database) { addThreeCards(world, database); });
             world.start(Shell::AskPassphrase);
             world.shell().enterPassphrase(World::passphrase());
             world.untilShown("TodayScreen");
         }},
    };
}

} // namespace rapport::registry
