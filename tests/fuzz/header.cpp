// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// vault.json: read, and then used to unlock. Since chance finds no right tag,
// what could be read is sealed once more and has to open then.

#include "core/vault/VaultHeader.h"
#include "tests/core/vault/Doubles.h"
#include "tests/fuzz/MemoryDisk.h"
#include "tests/fuzz/Sealing.h"
#include "tests/fuzz/Target.h"

using namespace rapport::vault;
using namespace rapport::fuzz;

namespace {

const Layout layout(QStringLiteral("/vault"));

Result<Keys> unlockIn(const QByteArray &file, const Protector &protector)
{
    MemoryDisk disk;
    disk.files[layout.header()] = file;
    disk.files[layout.headerCopy()] = file;
    return unlock(disk, layout, protector);
}

void lookAt(const VaultHeader &header, const QByteArray &file)
{
    promise(header.serialise() == file, "a file is read in one spelling only");
    promise(!header.keySlots.empty() && header.keySlots.size() <= 8, "1 … 8 slots");
    promise(!header.generations.empty() && header.generations.size() <= 2, "1 or 2 generations");
    promise(header.macs.size() == header.generations.size(), "one tag for each generation");
    for (const Slot &slot : header.keySlots) {
        promise(header.generation(slot.gen) != nullptr, "a slot's generation is there");
        promise(slot.kdf.has_value() == hasKdf(slot.type), "a kdf where there is one");
        promise(!slot.kdf || slot.kdf->isAcceptable(), "no more work than is allowed");
    }
}

/// How many generations have a slot of this type.
std::size_t reach(const VaultHeader &header, SlotType type)
{
    return static_cast<std::size_t>(std::count_if(
        header.generations.begin(), header.generations.end(),
        [&](const Generation &generation) { return header.slot(type, generation.id) != nullptr; }));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray file = bytesOf(data, size);
    const auto header = VaultHeader::parse(file);
    if (!header) {
        promise(header.error().kind == Error::HeaderDamaged || header.error().kind == Error::NewerVersion,
                "damaged or newer, nothing else");
        promise(!unlockIn(file, Protector::keychain(kek())), "what cannot be read opens nothing");
        return 0;
    }
    lookAt(*header, file);
    const auto asItIs = unlockIn(file, Protector::keychain(kek()));
    promise(!asItIs || asItIs->raw.size() == reach(*header, SlotType::Keychain), "a key for each generation");

    const VaultHeader sealed = sealAnew(*header);
    const auto keys = unlockIn(sealed.serialise(), Protector::keychain(kek()));
    const std::size_t expected = reach(sealed, SlotType::Keychain);
    promise((keys ? keys->raw.size() : 0) == expected, "opens what it is sealed for");
    return 0;
}
