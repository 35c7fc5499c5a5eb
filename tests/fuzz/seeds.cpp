// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// rapport-fuzz-seeds FOLDER: writes the inputs that the fuzzers begin with,
// made by our own code, into FOLDER/TARGET/.

#include <QDir>

#include "core/vault/Attempts.h"
#include "core/vault/BackupFormat.h"
#include "core/vault/RecoveryCode.h"
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

void writeRecoveryCodes(const QString &root)
{
    const Folder folder(root, "recovery");
    test::SeededRandom random(1);
    const SecretBytes written = writtenRecoveryCode(createRecoveryCode(random));
    QString text;
    for (std::size_t group = 0; group < recovery::groups; ++group)
        text += recoveryGroup(written, group) + QLatin1Char(' ');
    const QString right = text.trimmed();
    const QString forgiven = right.toLower().replace(QLatin1Char('0'), QLatin1Char('o'));
    QString wrong = right;
    wrong[8] = wrong[8] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');
    folder.add("right", "\x15" + right.toUtf8());
    folder.add("forgiven", "\x01" + forgiven.toUtf8());
    folder.add("wrong-group", "\x21" + wrong.toUtf8());
    folder.add("too-few", "\x03" + right.left(20).toUtf8());
    folder.add("foreign", "\x05" + (right.left(9) + QStringLiteral("\u00e9\u0661") + right.mid(10)).toUtf8());
    folder.add("utf-16", QByteArray("\x08").append(reinterpret_cast<const char *>(right.utf16()),
                                                   right.size() * qsizetype{sizeof(char16_t)}));
}

void writeAttempts(const QString &root)
{
    const Folder folder(root, "attempts");
    folder.add("none", Attempts{}.serialise());
    folder.add("fifth",
               Attempts{5, {.ms = 81'234, .bootId = "2f0c5d1e-0000-4000-8000-000000000001"}}.serialise());
    folder.add("most", Attempts{Attempts::mostCounted, {.ms = 1, .bootId = "2f0c"}}.serialise());
}

void writeTyped(const QString &root)
{
    const Folder folder(root, "typed");
    folder.add("words", "violet kettle under rain");
    folder.add("pin", "120984");
    folder.add("keyboard", "qwertzuiop1234!");
    folder.add("accents",
               "\xc3\xa9t\xc3\xa9 \xf0\x9f\x98\x80 \xd9\xa1\xd9\xa2\xd9\xa3\xd9\xa4\xd9\xa5\xd9\xa6");
}

void writeBackups(const QString &root)
{
    const Folder folder(root, "backup");
    BackupPrefix prefix;
    prefix.kdf = {1, Kdf::minMemKib, {}};
    prefix.createdMs = 1'790'000'000'000;
    const QByteArray start = prefix.serialise();
    folder.add("prefix", QByteArray(1, '\0').append(start).append(QByteArray(60, '\0')));
    QByteArray newer = start;
    folder.add("newer", QByteArray(1, '\0').append(newer.replace("RAPBKUP1", "RAPBKUP2")));

    BackupManifest manifest;
    manifest.imageKey = SecretBytes(48);
    manifest.schema = 2;
    manifest.size = BackupManifest::pageSize;
    manifest.rows = {{QStringLiteral("card"), 3}, {QStringLiteral("session"), 0}};
    const SecretBytes message = manifest.serialise();
    const QByteArray padded(reinterpret_cast<const char *>(message.bytes().data()),
                            static_cast<qsizetype>(message.size()));
    // The zeros at the end come back when it is sealed.
    const qsizetype used = padded.lastIndexOf('}') + 1;
    const auto lengthOf = [](qsizetype size) {
        return QByteArray(1, '\1').append(static_cast<char>(size & 255)).append(static_cast<char>(size >> 8));
    };
    folder.add("image", lengthOf(used) + padded.first(used) + QByteArray(BackupManifest::pageSize, 'i'));
    folder.add("no-image", lengthOf(used) + padded.first(used));
    folder.add("no-manifest", lengthOf(0) + QByteArray(100, 'i'));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const QString root = QFile::decodeName(argv[1]);
    writeHeaders(root);
    writeBackups(root);
    writeRecoveryCodes(root);
    writeAttempts(root);
    writeTyped(root);
    return 0;
}
