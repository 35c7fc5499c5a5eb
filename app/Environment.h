// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Clock.h"
#include "core/storage/DatabaseThread.h"
#include "core/vault/HeldTexts.h"

namespace rapport::app {

/// What every view model of the unlocked rooms works with. Owned by Shell and
/// longer-lived than any of them.
struct Environment
{
    storage::DatabaseThread &database;
    const domain::Clock &clock;
    domain::RandomSource &random;
    vault::HeldTexts *held = nullptr; ///< what a lock or a full disk must not lose; or nothing holds it
};

} // namespace rapport::app
