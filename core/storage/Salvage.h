// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QList>
#include <QString>

#include "core/storage/Database.h"
#include "core/storage/Error.h"

namespace rapport::storage {

/// What became of one table's rows.
struct SalvagedTable
{
    QString name;      ///< as the schema names it: "card", "check_in"
    qint64 saved = 0;  ///< rows in the new file, as they were
    qint64 lost = 0;   ///< rows that are known to have been there and are not in the new file
    bool exact = true; ///< whether `lost` is all that was lost; else it is "at least"

    bool operator==(const SalvagedTable &) const = default;
};

struct SalvageReport
{
    QList<SalvagedTable> tables; ///< all that hold a person's rows, also where nothing was lost
    quint32 pages = 0;           ///< of the damaged file
    quint32 badPages = 0;        ///< of them, not what was written

    qint64 saved() const;
    qint64 lost() const;
    bool exact() const;

    bool operator==(const SalvageReport &) const = default;
};

/// Told how much is done, 0 … 1; answers whether to go on.
using SalvageProgress = std::function<bool(double share)>;

/// Saves the rows of a damaged file into a new one under the same key.
///
/// The damaged file is only read, and each page either is what was written or
/// is not used (see PageImage). Rows are found by walking their table, and,
/// where a page above them is bad, by looking at every page of rows there is.
/// A damaged salt is none: the key brings its own. A damaged first page costs
/// no row, since what it says is known otherwise.
///
/// A row whose parent is lost is kept without it where the reference may be
/// empty; else it is lost. The index for search and the days of the mood
/// pictures are made anew. The new file has the newest schema and passed
/// Database::verify().
///
/// Errors: those of PageImage::read (WrongKey also when every page is bad),
/// TooNew, Interrupted, Damaged if the new file is not right. After an error
/// there is no new file. On a worker thread; minutes for a great file.
Result<SalvageReport> salvage(const QString &damaged, RawKey key, const QString &into,
                              const SalvageProgress &progress = {});

} // namespace rapport::storage
