// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QString>

#include "core/domain/Card.h"
#include "core/domain/Session.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// A day's news of one card: that it was written down, or how it was said.
struct CardEvent
{
    domain::Uid card;
    QString text;
    domain::CardState state = domain::CardState::Written; ///< Written, Said, Shown, Sent or SomeOfIt
    domain::Moment when;

    bool operator==(const CardEvent &) const = default;
};

/// What happened on which day, across everything that is kept. Only reads.
/// For the database's thread.
class Timeline
{
public:
    explicit Timeline(Database &database);

    /// Up to `limit` days before a day on which something may have happened,
    /// newest first; of sessions, those that began by `now`.
    Result<QList<qint32>> daysBefore(qint32 day, int limit, const domain::Moment &now) const;

    /// Cards of the days from … to, both included, newest first: each where it
    /// was written down, and where it last was said, shown or sent, unless that
    /// was taken back. Moving on uncounted stays uncounted.
    Result<QList<CardEvent>> cards(qint32 from, qint32 to) const;

    /// Sessions of those days that began by `now`, newest first.
    Result<QList<domain::Session>> sessions(qint32 from, qint32 to, const domain::Moment &now) const;

private:
    Database &m_database;
};

} // namespace rapport::storage
