// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// vault-secrets FOLDER [pin]: reads a passphrase from standard input, or a PIN
// whose pepper is in this session's key store, and prints, in hexadecimal,
// what it opens: the key-encryption key, then the database's raw key (32 bytes
// and 16 of salt); for a PIN the pepper, too. Only tests have any use for it.
#include <cstdio>
#include <iostream>
#include <string>

#include <QFile>
#include <QGuiApplication>

#include "core/vault/Pin.h"
#include "core/vault/Vault.h"
#include "core/vault/VaultHeader.h"
#include "platform/Services.h"

using namespace rapport;

namespace {

void print(std::span<const std::byte> secret)
{
    for (const std::byte byte : secret)
        std::printf("%02x", std::to_integer<unsigned>(byte));
    std::printf("\n");
}

int tell(const vault::Layout &layout, const vault::Protector &protector)
{
    const auto disk = vault::systemDisk();
    const auto file = disk->read(layout.header(), vault::VaultHeader::maxFileSize);
    const auto header = file ? vault::VaultHeader::parse(*file) : tl::unexpected(file.error());
    const auto keys = vault::unlock(*disk, layout, protector);
    if (!header || !keys)
        return 1;
    for (const vault::Slot &slot : header->keySlots) {
        if (slot.type == protector.type)
            print(protector.kekFor(slot)->bytes());
    }
    print(keys->raw.front().bytes());
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    std::string line;
    if (argc < 2 || !std::getline(std::cin, line))
        return 2;
    const vault::Layout layout(QFile::decodeName(argv[1]));
    QString typed = QString::fromStdString(line);
    if (argc == 2)
        return tell(layout, vault::Protector::passphrase(vault::SecretBytes::fromUtf8(typed), {}));

    const auto disk = vault::systemDisk();
    platform::Services services = platform::makeServices();
    services.keyStore->read(
        vault::keyStoreName(vault::inspect(*disk, layout).vaultId), qGuiApp,
        [&](platform::KeyStore::Result, std::span<const std::byte> pepper) {
            const int status = tell(
                layout, vault::Protector::pin(vault::pinFrom(typed), vault::SecretBytes::copyOf(pepper), {}));
            print(pepper);
            QCoreApplication::exit(status);
        });
    return QCoreApplication::exec();
}
