// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <random>

#include "core/storage/CardRepository.h"
#include "core/vault/Vault.h"
#include "tests/core/vault/Released.h"

namespace rapport::soak {

/// Chance that is not the same in two processes.
class SystemRandom final : public domain::RandomSource
{
public:
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = static_cast<std::byte>(m_device());
    }

private:
    std::random_device m_device;
};

/// A vault in a folder, real as on a device, and the secrets that open it:
/// those of tests/data/vaults, in every scene the same.
class Scene
{
public:
    explicit Scene(const QString &folder)
        : folder(folder)
        , layout(folder + QLatin1String("/rapport"))
    {}

    QString folder; ///< made by whoever makes the scene
    vault::Layout layout;
    std::unique_ptr<vault::Disk> disk = vault::systemDisk();
    SystemRandom random;

    /// What the operation's program finds there, from a scene that was prepared.
    void copyFrom(const Scene &other) const { vault::test::copyFolder(other.folder, folder); }

    vault::Result<vault::Keys> create();
    vault::Result<vault::Keys> unlock() const;

    /// By the key of the key store; migrates.
    vault::Result<std::unique_ptr<storage::Database>> open() const;
};

/// A card whose text is given; its times count up from a fixed day.
domain::Card cardOf(const QString &text, qint64 minute, domain::RandomSource &random);

} // namespace rapport::soak
