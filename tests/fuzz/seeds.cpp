// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// rapport-fuzz-seeds FOLDER: writes the inputs that the fuzzers begin with,
// made by our own code, into FOLDER/TARGET/.

#include <QDir>

#include "core/vault/VaultHeader.h"
#include "tests/core/vault/Place.h"
#include "tests/fuzz/Sealing.h"

using namespace rapport;
using namespace rapport::vault;

namespace {

class Folder
{
public:
    Folder(const QString &root, const char *target)
        : m_path(root + QLatin1Char('/') + QLatin1String(target) + QLatin1Char('/'))
    {}
    void add(const char *name, const QByteArray &bytes) const
    {
        test::put(m_path + QLatin1String(name), bytes);
    }

private:
    QString m_path;
};

VaultHeader headerWith(const std::vector<SlotType> &types, int generations)
{
    test::SeededRandom random(1);
    VaultHeader header;
    header.vaultId = domain::Uid::create(1'790'000'000'000, random);
    header.seq = 7;
    for (int i = 0; i < generations; ++i) {
        Generation generation{static_cast<std::uint32_t>(i + 1),
                              {},
                              i == 0 ? Generation::State::Active : Generation::State::Incoming};
        random.fill(generation.dbSalt);
        header.generations.push_back(generation);
        for (const SlotType type : types) {
            Slot slot{.id = static_cast<std::uint32_t>(header.keySlots.size() + 1),
                      .type = type,
                      .gen = generation.id};
            if (hasKdf(type))
                slot.kdf = Kdf{1, Kdf::minMemKib, {}};
            header.keySlots.push_back(slot);
        }
    }
    return fuzz::sealAnew(header);
}

void writeHeaders(const QString &root)
{
    using enum SlotType;
    const Folder folder(root, "header");
    folder.add("keychain", headerWith({Keychain}, 1).serialise());
    folder.add("passphrase", headerWith({Passphrase}, 1).serialise());
    folder.add("pin", headerWith({Recovery, Pin}, 1).serialise());
    folder.add("every-type", headerWith({Keychain, Passphrase, Recovery, Pin, Biometric}, 1).serialise());
    folder.add("rekey", headerWith({Keychain, Passphrase, Recovery, Biometric}, 2).serialise());
    QByteArray newer = headerWith({Keychain}, 1).serialise();
    folder.add("newer", newer.replace("\"min_reader\":1", "\"min_reader\":2"));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const QString root = QFile::decodeName(argv[1]);
    writeHeaders(root);
    return 0;
}
