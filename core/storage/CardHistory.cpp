// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/CardHistory.h"

#include "core/storage/Statement.h"

namespace rapport::storage {

Result<void> writeHistory(const Database &database, qint64 card, const QList<CardChange> &changes)
{
    for (const CardChange &entry : changes) {
        const auto written = execute(
            database,
            QStringLiteral("INSERT INTO card_change (card, changed_utc_ms, changed_offset_min, local_day, "
                           "field, old_value, new_value, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {card, entry.when.utcMs, entry.when.offsetMin, entry.when.localDay(), entry.field,
             textValue(entry.from), textValue(entry.to), textValue(entry.remark)});
        if (!written)
            return written;
    }
    return {};
}

} // namespace rapport::storage
