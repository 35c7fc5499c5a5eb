// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/SlotWriter.h"

#include <algorithm>
#include <limits>

namespace rapport::vault {

namespace {

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
}

bool goTogether(std::vector<SlotType> types)
{
    const auto has = [&](SlotType type) {
        return std::find(types.begin(), types.end(), type) != types.end();
    };
    if (has(SlotType::Pin) && has(SlotType::Keychain))
        return false;
    std::sort(types.begin(), types.end());
    return std::adjacent_find(types.begin(), types.end()) == types.end();
}

} // namespace

Result<SlotWriter> SlotWriter::derive(std::span<const Protector> protectors)
{
    SlotWriter writer;
    writer.m_protectors = protectors;
    if (!goTogether(writer.types()))
        return failed(Error::Internal);
    for (const Protector &protector : protectors) {
        auto kek = protector.kek();
        if (!kek) // a key of the wrong size is the caller's mistake here, nobody's wrong key
            return failed(Error::Internal);
        writer.m_keks.push_back(std::move(*kek));
    }
    return writer;
}

Result<void> SlotWriter::append(VaultHeader &header, std::uint32_t gen, const SecretBytes &dbk,
                                domain::RandomSource &random) const
{
    if (header.keySlots.size() + m_protectors.size() > VaultHeader::maxSlots)
        return failed(Error::Refused);
    for (std::size_t i = 0; i < m_protectors.size(); ++i) {
        const std::uint32_t last = header.keySlots.empty() ? 0 : header.keySlots.back().id;
        if (last >= static_cast<std::uint32_t>(std::numeric_limits<std::int32_t>::max()))
            return failed(Error::Internal);
        Slot slot{.id = last + 1, .type = m_protectors[i].type, .gen = gen, .kdf = m_protectors[i].kdf};
        if (const auto wrapped = wrap(slot, header.vaultId, m_keks[i], dbk, random); !wrapped)
            return wrapped;
        header.keySlots.push_back(slot);
    }
    return {};
}

bool SlotWriter::allOpen(const VaultHeader &header, std::uint32_t gen, const SecretBytes &dbk) const
{
    for (std::size_t i = 0; i < m_protectors.size(); ++i) {
        const Slot *slot = header.slot(m_protectors[i].type, gen);
        if (!slot || slot->kdf != m_protectors[i].kdf)
            return false;
        const auto opened = unwrap(*slot, header.vaultId, m_keks[i]);
        if (!opened || !(*opened == dbk))
            return false;
    }
    return true;
}

std::vector<SlotType> SlotWriter::types() const
{
    std::vector<SlotType> types;
    for (const Protector &protector : m_protectors)
        types.push_back(protector.type);
    return types;
}

} // namespace rapport::vault
