// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/SlotChange.h"

#include <algorithm>
#include <array>

#include "core/vault/SlotWriter.h"
#include "core/vault/Upkeep.h"

namespace rapport::vault {

namespace {

tl::unexpected<Error> failed(Error::Kind kind)
{
    return tl::unexpected(Error{kind});
}

bool has(std::span<const SlotType> types, SlotType type)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool hasAny(std::span<const SlotType> types, std::span<const SlotType> of)
{
    return std::any_of(of.begin(), of.end(), [types](SlotType type) { return has(types, type); });
}

/// Whether a slot of this type makes way for what is put.
bool makesWay(SlotType type, std::span<const SlotType> put)
{
    return has(put, type) || (type == SlotType::Keychain && has(put, SlotType::Pin)) ||
           (type == SlotType::Pin && has(put, SlotType::Keychain));
}

bool hasTwice(std::span<const SlotType> types)
{
    return std::any_of(types.begin(), types.end(),
                       [types](SlotType type) { return std::count(types.begin(), types.end(), type) > 1; });
}

std::vector<SlotType> typesOf(const VaultHeader &header)
{
    std::vector<SlotType> types;
    for (const Slot &slot : header.keySlots)
        types.push_back(slot.type);
    return types;
}

/// The new header, not yet sealed.
Result<VaultHeader> rewritten(const VaultHeader &header, const std::vector<SlotType> &after,
                              const SlotWriter &writer, const SecretBytes &dbk, domain::RandomSource &random)
{
    VaultHeader next = header;
    ++next.seq;
    const std::vector<SlotType> put = writer.types();
    std::erase_if(next.keySlots,
                  [&](const Slot &slot) { return has(put, slot.type) || !has(after, slot.type); });
    if (const auto appended = writer.append(next, next.generations.front().id, dbk, random); !appended)
        return tl::unexpected(appended.error());
    return next;
}

} // namespace

Result<std::vector<SlotType>> slotsAfter(std::span<const SlotType> now, std::span<const SlotType> proven,
                                         std::span<const SlotType> put, std::span<const SlotType> remove)
{
    const bool both = has(put, SlotType::Pin) && has(put, SlotType::Keychain);
    if (both || hasTwice(put) || hasAny(put, remove))
        return failed(Error::Internal);
    std::vector<SlotType> after;
    for (const SlotType type : now) {
        if (!has(remove, type) && !makesWay(type, put))
            after.push_back(type);
    }
    const bool keepsAWayIn = hasAny(proven, after) || !put.empty();
    after.insert(after.end(), put.begin(), put.end());
    if (!keepsAWayIn)
        return failed(Error::Refused);
    return after;
}

Result<void> changeSlots(Disk &disk, const Layout &layout, domain::RandomSource &random, Keys &keys,
                         const SlotChange &change)
{
    const Files files = filesOf(layout);
    const auto current = currentHeader(disk, files, keys);
    if (!current)
        return tl::unexpected(current.error());
    const std::vector<SlotType> now = typesOf(current->header);
    std::vector<SlotType> put;
    for (const Protector &protector : change.put)
        put.push_back(protector.type);
    const auto after = slotsAfter(now, keys.proven, put, change.remove);
    if (!after)
        return tl::unexpected(after.error());
    if (put.empty() && after->size() == now.size())
        return {};

    const auto writer = SlotWriter::derive(change.put);
    if (!writer)
        return tl::unexpected(writer.error());
    auto next = rewritten(current->header, *after, *writer, current->dbk, random);
    if (!next)
        return tl::unexpected(next.error());
    const std::array dbks{&current->dbk};
    if (const auto sealed = sealHeader(*next, dbks); !sealed)
        return sealed;
    const bool takesAway = std::any_of(now.begin(), now.end(),
                                       [&](SlotType type) { return !has(*after, type) || has(put, type); });
    if (takesAway) {
        if (const auto removed = removeMigrationCopies(disk, layout); !removed)
            return removed;
    }
    const auto opens = [&](const VaultHeader &written) {
        return isAuthentic(written, 0, current->dbk) &&
               writer->allOpen(written, written.generations.front().id, current->dbk);
    };
    if (const auto published = publishHeader(disk, files, *next, opens); !published)
        return published;
    std::erase_if(keys.proven, [&](SlotType type) { return !has(*after, type) || has(put, type); });
    keys.proven.insert(keys.proven.end(), put.begin(), put.end());
    keys.seq = next->seq;
    keys.partial = false;
    return {};
}

} // namespace rapport::vault
