// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "core/domain/Card.h"
#include "core/domain/Session.h"
#include "tests/registry/World.h"

// What a person may have written by the time a picture is taken.

namespace rapport::registry {

inline constexpr char boundary[] = "I said it was fine that we moved the time. It wasn't.";
inline constexpr char honesty[] = "I often nod when I didn't understand the question.";
inline constexpr char need[] = "I'd like to start with five quiet minutes.";
inline constexpr char moodNote[] = "The meeting ran late and I said nothing.";
inline constexpr char longOne[] =
    "When you looked at the clock last time I thought I was boring you, and I talked about work for the "
    "rest of the hour so that you would not have to listen to what I had really come to say.";

/// Stores a card as it is.
void addCard(World &world, storage::Database &database, const domain::Card &card);
void addCard(World &world, storage::Database &database, const char *text,
             domain::CardState state = domain::CardState::Written);

/// Stores a session, at a wall time in Madrid.
void addSession(World &world, storage::Database &database, QDate date, QTime time);

/// Three cards that wait, the first two chosen.
void addThreeCards(World &world, storage::Database &database);
/// Eight cards of every kind on every step of their way.
void addManyCards(World &world, storage::Database &database);

/// The same behind a passphrase, so that it can be locked.
void openBehindPassphrase(World &world);

/// Begins a back-up of the open vault, locks it meanwhile and opens it again.
void stopBackupByLock(World &world);

/// Opens a vault a second time; does something when the rooms are being made.
void openAgain(World &world, const std::function<void()> &atTheRooms);

/// A vault whose file is another one by the time the rooms look into it.
void openDamaged(World &world);
/// What was felt so many days ago (Monday, 2 March 2026), at the full hour.
void addCheckIn(World &world, storage::Database &database, int daysAgo, int hour, int step,
                const char *note = "");
/// Two of today, one with moodNote, and some of the two weeks before.
void addMoods(World &world, storage::Database &database);

/// Three cards that have been there for so many days.
void addOldCards(World &world, storage::Database &database, int days);
/// Opens a vault with three cards, and a session that many days from today.
void openWithThreeCards(World &world);
void openBeforeSession(World &world, QDate date, QTime time);

} // namespace rapport::registry
