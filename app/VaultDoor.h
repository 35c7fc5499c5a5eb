// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "app/VaultRunner.h"
#include "core/vault/Machine.h"

namespace rapport::app {

/// What it takes to work on the open vault's files and slots.
struct VaultDoor
{
    VaultRunner::Parts parts;
    vault::Ways ways;                                 ///< when it was opened
    domain::Uid vaultId;                              ///< names its entry in the key store
    vault::Secret asked = vault::Secret::Passphrase;  ///< what opened it, where the key store did not
    vault::Problem keyProblem = vault::Problem::None; ///< why the key store did not, where it should have
};

} // namespace rapport::app
