// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// vault-secrets FOLDER: reads a passphrase from standard input and prints, in
// hexadecimal, what it opens: the key-encryption key, then the database's raw
// key (32 bytes and 16 of salt). Only tests have any use for it.
#include <cstdio>
#include <iostream>
#include <string>

#include <QCoreApplication>
#include <QFile>

#include "core/vault/Vault.h"
#include "core/vault/VaultHeader.h"

using namespace rapport;

namespace {

void print(const vault::SecretBytes &secret)
{
    for (const std::byte byte : secret.bytes())
        std::printf("%02x", std::to_integer<unsigned>(byte));
    std::printf("\n");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    std::string line;
    if (argc != 2 || !std::getline(std::cin, line))
        return 2;
    const vault::Layout layout(QFile::decodeName(argv[1]));
    const auto disk = vault::systemDisk();
    QString typed = QString::fromStdString(line);
    const auto protector = vault::Protector::passphrase(vault::SecretBytes::fromUtf8(typed), {});
    const auto file = disk->read(layout.header(), vault::VaultHeader::maxFileSize);
    const auto header = file ? vault::VaultHeader::parse(*file) : tl::unexpected(file.error());
    const auto keys = vault::unlock(*disk, layout, protector);
    if (!header || !keys)
        return 1;
    for (const vault::Slot &slot : header->keySlots) {
        if (slot.type == vault::SlotType::Passphrase)
            print(*protector.kekFor(slot));
    }
    print(keys->raw.front());
    return 0;
}
