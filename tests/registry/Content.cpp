// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/Content.h"

#include <QTimeZone>

#include "core/storage/CardRepository.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/SessionRepository.h"

namespace rapport::registry {

using domain::Card;
using domain::CardKind;
using domain::CardState;

void addCard(World &world, storage::Database &database, const Card &card)
{
    Card made = card;
    made.record = recordOf(world);
    made.record.isPrivate = card.record.isPrivate;
    if (!storage::CardRepository(database).add(made))
        throw World::Absent{QStringLiteral("a card stored")};
}

void addCard(World &world, storage::Database &database, const char *text, CardState state)
{
    Card card;
    card.text = QString::fromUtf8(text);
    card.state = state;
    addCard(world, database, card);
}

void addSession(World &world, storage::Database &database, QDate date, QTime time)
{
    domain::Session session;
    session.record = recordOf(world);
    session.date = date;
    session.time = time;
    session.zone = world.clock.zone();
    if (!storage::SessionRepository(database).save(session))
        throw World::Absent{QStringLiteral("a session stored")};
}

void addThreeCards(World &world, storage::Database &database)
{
    addCard(world, database, boundary, CardState::Chosen);
    addCard(world, database, honesty, CardState::Chosen);
    addCard(world, database, need);
}

void addOldCards(World &world, storage::Database &database, int days)
{
    const domain::Moment now = world.clock.set.now();
    const QDateTime then = now.toDateTime().addDays(-days);
    world.clock.set.set(then.date(), then.time());
    addThreeCards(world, database);
    world.clock.set.set(now.toDateTime().date(), now.toDateTime().time());
}

void addManyCards(World &world, storage::Database &database)
{
    const auto add = [&](const char *text, CardState state, std::optional<CardKind> kind,
                         std::optional<int> hardness = {}, bool isPrivate = false) {
        Card card;
        card.text = QString::fromUtf8(text);
        card.state = state;
        card.kind = kind;
        card.hardness = hardness;
        card.record.isPrivate = isPrivate;
        addCard(world, database, card);
    };
    add(boundary, CardState::Chosen, CardKind::Boundary, 8);
    add(longOne, CardState::Chosen, CardKind::Honesty, 10);
    add(need, CardState::Written, CardKind::Need);
    add("Is it all right to write to you between sessions?", CardState::NotToday, CardKind::Question, 3);
    add("I haven't told anyone about the letter yet.", CardState::Written, {}, {}, true);
    add(honesty, CardState::Said, CardKind::Honesty, 6);
    add("Thank you for asking about my sister.", CardState::Shown, CardKind::Thanks);
    add("I was short with you at the door. I'd like to put that right.", CardState::SomeOfIt,
        CardKind::PutRight, 5);
}

void addCheckIn(World &world, storage::Database &database, int daysAgo, int hour, int step, const char *note)
{
    domain::CheckIn checkIn;
    checkIn.record = recordOf(world);
    const QDateTime felt(QDate(2026, 3, 2).addDays(-daysAgo), QTime(hour, 0), QTimeZone("Europe/Madrid"));
    checkIn.felt = domain::Moment::fromDateTime(felt);
    checkIn.record.created = checkIn.felt;
    checkIn.pleasantness = domain::pleasantnessOf(step);
    checkIn.note = QString::fromUtf8(note);
    if (!storage::CheckInRepository(database).add(checkIn))
        throw World::Absent{QStringLiteral("a check-in stored")};
}

void addMoods(World &world, storage::Database &database)
{
    addCheckIn(world, database, 0, 8, 1, moodNote);
    addCheckIn(world, database, 0, 7, 3);
    addCheckIn(world, database, 1, 21, 4);
    addCheckIn(world, database, 3, 12, 0);
    addCheckIn(world, database, 3, 18, 2);
    addCheckIn(world, database, 4, 9, 3);
    addCheckIn(world, database, 9, 9, 2);
}

void openWithThreeCards(World &world)
{
    world.open([&world](storage::Database &database) { addThreeCards(world, database); });
}

void stopBackupByLock(World &world)
{
    app::StepUp *stepUp = world.rooms().stepUp();
    stepUp->show({});
    world.until([stepUp] { return stepUp->state() == app::StepUp::Shown; }, QStringLiteral("who it is"));
    world.rooms().backups()->make(world.folder(), World::passphrase());
    QMetaObject::invokeMethod(&world.shell(), &app::Shell::lock, Qt::QueuedConnection);
    world.untilShown("LockedScreen");
    world.shell().retry();
    world.untilShown("TodayScreen");
}

void openAgain(World &world, const std::function<void()> &atTheRooms)
{
    // At the first opening something asks for the time before there are rooms.
    world.makeVault();
    world.start(app::Shell::Unlocked);
    QMetaObject::invokeMethod(&world.shell(), &app::Shell::lock, Qt::QueuedConnection);
    world.untilShown("LockedScreen");
    world.clock.atNext(atTheRooms);
    world.shell().retry();
    world.until([&world] { return world.shell().view() == app::Shell::Unlocked; },
                QStringLiteral("the rooms"));
}

void openDamaged(World &world)
{
    openAgain(world, [&world] { world.damageDatabase(); });
}

void openBehindPassphrase(World &world)
{
    world.makePassphraseVault([&world](storage::Database &database) { addThreeCards(world, database); });
    world.start(app::Shell::AskPassphrase);
    world.shell().enterPassphrase(World::passphrase());
    world.untilShown("TodayScreen");
    world.until([&world] { return world.rooms().cards()->status() == app::Cards::Ready; },
                QStringLiteral("three cards"));
}

void openBeforeSession(World &world, QDate date, QTime time)
{
    world.open([&world, date, time](storage::Database &database) {
        addThreeCards(world, database);
        addSession(world, database, date, time);
    });
    world.until([&world] { return world.rooms().nextSession()->session().has_value(); },
                QStringLiteral("the session"));
}

} // namespace rapport::registry
