// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/soak/Operation.h"

// What the operations have in common.

namespace rapport::soak {

inline constexpr int cardsBefore = 40;

/// The code of an error, as Operation::act answers it.
template<typename E>
int codeOf(const E &error)
{
    return error.kind == E::DiskFull ? Operation::diskFull : 1 + static_cast<int>(error.kind);
}

template<typename T, typename E>
std::optional<int> codeOf(const tl::expected<T, E> &result)
{
    return result ? std::nullopt : std::optional<int>(codeOf(result.error()));
}

inline Verdict bad(bool opens, int lost, const QByteArray &why)
{
    return {opens, lost, why};
}

/// A vault with forty cards.
bool prepareCards(Scene &scene);

/// Opened by the person's own means and found whole; or the verdict that it is not.
tl::expected<std::unique_ptr<storage::Database>, Verdict> openWhole(Scene &scene);

/// A number; −1 if it could not be asked for.
qint64 countOf(const storage::Database &database, const char *sql);

std::vector<Operation> writingOperations(); ///< add, edit, migrate, first run, erase
std::vector<Operation> keyOperations();     ///< slot change, rekey
std::vector<Operation> backupOperations();  ///< backup, restore

} // namespace rapport::soak
