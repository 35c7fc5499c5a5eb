// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>

#include "core/domain/Moment.h"
#include "core/storage/Database.h"

namespace rapport::storage {

/// One entry of a card's append-only history.
struct CardChange
{
    QString field; ///< "text", "state", "kind", "hardness", "private", "deleted", "agreed"
    QString from;  ///< a text, a stable id, a number, "0" or "1"; empty for none
    QString to;    ///< the same
    domain::Moment when;
    QString remark;

    bool operator==(const CardChange &) const = default;
};

/// Adds entries to the history of the card with that row id. Call it in the
/// transaction of the change itself.
Result<void> writeHistory(const Database &database, qint64 card, const QList<CardChange> &changes);

} // namespace rapport::storage
