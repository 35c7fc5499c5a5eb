// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <stdexcept>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include "core/vault/Vault.h"
#include "tests/core/vault/Doubles.h"

namespace rapport::vault::test {

/// What opens a vault whose key-encryption key the key store gave.
inline Protector byKek(const SecretBytes &kek)
{
    return Protector::keychain(SecretBytes::copyOf(kek.bytes()));
}

/// A vault's folder on the real disk, and the secrets that open it.
struct Place
{
    QTemporaryDir folder;
    Layout layout{folder.path() + QLatin1String("/rapport")};
    std::unique_ptr<Disk> disk = systemDisk();
    SeededRandom random{42};
    Founding founding = *prepareFounding(FixedClock(), random);

    Result<Keys> createByKeychain(Disk &on)
    {
        return create(on, layout, random, founding.vaultId, byKek(founding.kek));
    }
    Result<Keys> createByKeychain() { return createByKeychain(*disk); }

    Result<std::unique_ptr<storage::Database>> openByKek() const
    {
        const auto keys = unlock(*disk, layout, byKek(founding.kek));
        if (!keys)
            return tl::unexpected(keys.error());
        return openDatabase(*disk, layout, *keys);
    }

    /// Every file below the root with its content, and every directory.
    std::map<QString, QByteArray> content() const
    {
        std::map<QString, QByteArray> all;
        QDirIterator walk(layout.root(),
                          QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            const bool read = file.open(QIODevice::ReadOnly);
            all.emplace(file.fileName(), read ? file.readAll() : QByteArray("-"));
        }
        return all;
    }
};

inline void put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error("cannot write the test's file");
}

inline QByteArray get(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace rapport::vault::test
