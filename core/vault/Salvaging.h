// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Clock.h"
#include "core/storage/Salvage.h"
#include "core/vault/Disk.h"
#include "core/vault/Layout.h"
#include "core/vault/Vault.h"

// What is done with damaged files. They are set aside, never removed: somebody
// may know how to get more out of them.

namespace rapport::vault {

/// What a salvage came to.
struct Salvaged
{
    storage::SalvageReport report;
    QString keptIn; ///< the folder with the damaged file
};

/// Makes a new notes file of what is left of the damaged one, in salvage/; sees
/// that it is whole; writes salvage/whole; then moves the damaged file with its
/// journal to quarantine/<UTC time>/ and the new one into its place. Until
/// salvage/whole is written nothing but salvage/ has changed, and another try
/// begins anew; from then on finishSalvage() brings it to its end.
///
/// Nobody has the database open. Errors: DatabaseDamaged if no page is left
/// that the keys open; Cancelled; DiskFull (it takes up to three times the
/// file); NewerVersion; CannotWrite. For a worker thread.
Result<Salvaged> salvageVault(Disk &disk, const Layout &layout, const Keys &keys, const domain::Clock &clock,
                              const storage::SalvageProgress &progress = {});

/// Brings to its end what a kill or a failing disk left of a salvage. Before
/// inspect(), which would otherwise find no notes file.
Result<void> finishSalvage(Disk &disk, const Layout &layout);

/// Where vault.json and its copy are both unusable, puts both into quarantine/
/// as they are, once for each content; what is gone or empty is left out. Answers
/// the folder, none where there is nothing of the two; the originals stay.
Result<QString> keepDamagedHeaders(Disk &disk, const Layout &layout, const domain::Clock &clock);

} // namespace rapport::vault
