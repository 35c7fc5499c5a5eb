// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <vector>

#include "core/domain/Clock.h"
#include "core/vault/Protector.h"
#include "core/vault/VaultHeader.h"

namespace rapport::vault {

/// Makes slots of protectors, whose keys are derived once. Nobody outside the
/// room needs it.
class SlotWriter
{
public:
    /// Takes one Argon2id for each protector that has a kdf. Internal for two
    /// of one type, for a PIN beside the key store alone, and where a protector
    /// is not complete. The protectors must live as long as this.
    static Result<SlotWriter> derive(std::span<const Protector> protectors);

    /// Appends a slot of each to a generation of the header. Refused beyond
    /// VaultHeader::maxSlots.
    Result<void> append(VaultHeader &header, std::uint32_t gen, const SecretBytes &dbk,
                        domain::RandomSource &random) const;

    /// Whether each of them opens its slot of that generation.
    bool allOpen(const VaultHeader &header, std::uint32_t gen, const SecretBytes &dbk) const;

    /// The protectors' types, in their order.
    std::vector<SlotType> types() const;

private:
    std::span<const Protector> m_protectors;
    std::vector<SecretBytes> m_keks;
};

} // namespace rapport::vault
