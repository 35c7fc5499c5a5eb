// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include "core/domain/PausePlan.h"

namespace rapport::wording {

/// The longest prompt that can be read at one metre, in Unicode code points.
inline constexpr int longestPrompt = 60;

/// Pure: the starters of a language, from the content of
/// assets/content/<lang>.json. One that is not whole (no id or title, no
/// opening, times that do not ascend from 0 to 1000) is left out; a file that
/// cannot be read gives none.
QList<domain::Starter> starters(const QByteArray &json);

} // namespace rapport::wording
