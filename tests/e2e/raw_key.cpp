// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// raw-key FOLDER: prints the database's raw key as SQLCipher takes it, read
// through this session's key store. Only tests have any use for it.
#include <cstdio>

#include <QGuiApplication>

#include "core/vault/Disk.h"
#include "core/vault/Vault.h"
#include "platform/Services.h"

using namespace rapport;

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    if (argc != 2)
        return 2;
    const vault::Layout layout(QString::fromLocal8Bit(argv[1]));
    const std::unique_ptr<vault::Disk> disk = vault::systemDisk();
    const vault::Inspection found = vault::inspect(*disk, layout);
    if (found.finding != vault::Inspection::Vault)
        return 1;

    platform::Services services = platform::makeServices();
    services.keyStore->read(
        vault::keyStoreName(found.vaultId), qGuiApp,
        [&](platform::KeyStore::Result, std::span<const std::byte> secret) {
            const auto keys =
                vault::unlock(*disk, layout, vault::Protector::keychain(vault::SecretBytes::copyOf(secret)));
            if (!keys)
                return QCoreApplication::exit(1);
            for (const std::byte byte : keys->raw.front().bytes())
                std::printf("%02x", std::to_integer<unsigned>(byte));
            std::printf("\n");
            QCoreApplication::exit(0);
        });
    return QCoreApplication::exec();
}
