// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QQmlEngine>
#include <QString>

#include "core/domain/CheckIn.h"
#include "core/domain/Moment.h"
#include "core/domain/Uid.h"
#include "core/storage/Database.h"

namespace rapport::app {

/// What a row of Looking back can be about.
class LookingBackKind : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Only its values are used")

public:
    enum Value { Mood, Card, Pause, Session };
    Q_ENUM(Value)
};

/// One thing that happened, whatever its kind: when, and what is needed to put
/// it into words.
struct LookingBackRow
{
    LookingBackKind::Value kind = LookingBackKind::Mood;
    domain::Uid uid;     ///< of the check-in, card, pause or session
    domain::Moment when; ///< its day is the row's day
    int value = 0;       ///< Mood: pleasantness; Card: a domain::CardState; Pause: seconds
    QString ownWords;    ///< what the person wrote: a note, a card's text

    bool operator==(const LookingBackRow &) const = default;
};

LookingBackRow rowOf(const domain::CheckIn &checkIn);

/// "bad", "Said", "Session".
QString wordsOf(const LookingBackRow &row);

/// The same for ears: "bad, 2 of 5".
QString spokenWordsOf(const LookingBackRow &row);

/// Whether a row stands above another: the newer day, then the newer moment.
bool isNewer(const LookingBackRow &row, const LookingBackRow &other);

/// A part of the list, newest first.
struct LookingBackPage
{
    QList<LookingBackRow> rows;
    qint32 oldestDay = 0; ///< the next page begins before it
    bool hasMore = false;
};

/// Whole days before a day, about `days` of them. On the database's thread.
storage::Result<LookingBackPage> pageBefore(storage::Database &database, qint32 day, int days,
                                            const domain::Moment &now);

} // namespace rapport::app
