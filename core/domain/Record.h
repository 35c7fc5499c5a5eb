// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/domain/Moment.h"
#include "core/domain/Uid.h"

namespace rapport::domain {

/// What every stored thing has in common.
struct Record
{
    Uid uid;
    Moment created;                  ///< its localDay is stored and indexed
    qint64 modifiedUtcMs = 0;        ///< milliseconds since 1970-01-01T00:00Z
    std::optional<qint64> deletedMs; ///< when it was deleted; such rows are purged 10 minutes later
    bool isPrivate = false;          ///< never offered for a note, a share or an export of a share

    bool operator==(const Record &) const = default;
};

/// How long a deletion can be undone, also across a restart, in milliseconds.
inline constexpr qint64 undoWindowMs = qint64{10} * 60 * 1000;

} // namespace rapport::domain
