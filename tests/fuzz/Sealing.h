// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/vault/Vault.h"
#include "tests/core/vault/Doubles.h"

namespace rapport::fuzz {

/// The 32 bytes in the key store; the same in every seed.
inline vault::SecretBytes kek()
{
    vault::SecretBytes kek(32);
    for (std::size_t i = 0; i < 32; ++i)
        kek.bytes()[i] = static_cast<std::byte>(i + 1);
    return kek;
}

/// The key of a generation: its number, 32 times.
inline vault::SecretBytes keyOf(const vault::Generation &generation)
{
    vault::SecretBytes dbk(32);
    for (std::byte &byte : dbk.bytes())
        byte = static_cast<std::byte>(generation.id);
    return dbk;
}

/// The same header with every slot wrapped by kek() and every tag right. A slot
/// with a kdf then does not open by it, since nobody derives kek().
inline vault::VaultHeader sealAnew(vault::VaultHeader header)
{
    vault::test::SeededRandom random(1);
    for (vault::Slot &slot : header.keySlots) {
        if (!vault::wrap(slot, header.vaultId, kek(), keyOf(*header.generation(slot.gen)), random))
            std::abort();
    }
    header.macs.clear();
    for (const vault::Generation &generation : header.generations)
        header.macs.push_back(*vault::headerTag(header, keyOf(generation)));
    return header;
}

} // namespace rapport::fuzz
