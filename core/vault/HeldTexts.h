// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include <QByteArray>
#include <QMutex>
#include <QString>

#include "core/domain/Clock.h"
#include "core/domain/Uid.h"
#include "core/storage/Database.h"
#include "core/vault/SecretBytes.h"
#include "core/vault/Vault.h"

namespace rapport::vault {

/// What is being typed and could not be put into the database, over a lock: on
/// a full disk, or where the notes file is damaged. Each text is sealed at once,
/// under a key that comes from the vault's and is wiped with it; so a lock
/// leaves only what the next unlock can read. Gone when the process ends.
///
/// XChaCha20-Poly1305 under BLAKE2b-256(key = DBK, message = "RAPPORT HELD
/// TEXTS 1"), additional data = the place. A vault of another key, a restored
/// one say, does not read them.
///
/// Callable from any thread.
class HeldTexts
{
public:
    explicit HeldTexts(domain::RandomSource &random);

    /// Called, on whatever thread it is, when the first text is held and when
    /// the last one is not any more. Once, before anything is held.
    void onChange(std::function<void()> callback) { m_onChange = std::move(callback); }

    /// The vault is open: texts can be held, and given back.
    void open(const Keys &keys);

    /// The closed vault got other keys: what was held under the old ones is
    /// sealed under the new ones, or nothing could ever be given back.
    void rekey(const Keys &from, const Keys &to);

    /// It is closed. What is held stays, and cannot be read.
    void close();

    /// Holds a place's newest text, which may be empty: then its draft is to
    /// go. Nothing, while no vault is open.
    void hold(const QString &place, const QString &text, qint64 modifiedUtcMs);

    /// The database has a newer one.
    void drop(const QString &place);

    /// Puts what is held where drafts are kept; what does not go in stays held.
    /// What was typed into another vault, which was restored over or deleted
    /// since, is read by nothing any more, and goes.
    void giveBack(storage::Database &database);

    /// How many places wait for the database.
    qsizetype count() const;

private:
    struct Held
    {
        domain::Uid vaultId; ///< whose key seals it
        std::array<std::byte, 24> nonce{};
        QByteArray sealed;
        qint64 modifiedUtcMs = 0;
    };

    std::optional<SecretBytes> unsealed(const QString &place, const Held &held) const;
    bool seal(const QString &place, std::span<const std::byte> plain, Held &held);

    std::function<void()> m_onChange = [] {};
    mutable QMutex m_mutex;
    domain::RandomSource &m_random;
    std::vector<SecretBytes> m_keys; ///< one for each of the vault's; the first seals
    domain::Uid m_vaultId;           ///< of the one that was opened last
    std::map<QString, Held> m_held;  ///< by place
};

} // namespace rapport::vault
