// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace rapport::platform {

/// To be called first in main(), before any file is made: no core dumps of
/// this process, files that nobody else may read (umask 077), and memory that
/// is overwritten when it is freed. Does what the system offers and never fails.
void hardenProcess();

} // namespace rapport::platform
