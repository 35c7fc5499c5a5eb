// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "core/storage/DraftRepository.h"
#include "core/storage/Statement.h"
#include "core/vault/Rekey.h"
#include "core/vault/SlotChange.h"
#include "tests/core/vault/Place.h"

// A vault with several secrets, each with a short name, so that a table row
// can say "k+p" for "by the key store and by a passphrase".

namespace rapport::vault::test {

/// The least that a header may ask for, or each row would take a second.
inline Kdf quickKdf(int salt)
{
    Kdf kdf{.ops = 1, .memKib = Kdf::minMemKib, .salt = {}};
    kdf.salt.fill(static_cast<std::byte>(salt));
    return kdf;
}

/// Where a file is synced at once: each of these vaults is written some twenty
/// times, and none of it is about a power cut.
inline QString quickFolder()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
}

inline SecretBytes bytesOf(const char *text)
{
    QString typed = QString::fromUtf8(text);
    return SecretBytes::fromUtf8(typed);
}

/// k the key store's key, K another one; p, P passphrases; n, N PINs with the
/// key store's key; r, R recovery codes.
struct Household : Place
{
    Household()
        : Place{QTemporaryDir(quickFolder() + QLatin1String("/rapport-XXXXXX"))}
    {}

    SecretBytes otherKek =
        SecretBytes::copyOf(std::as_bytes(std::span("another key of thirty-two bytes", 32)));

    Protector secret(char name) const
    {
        switch (name) {
        case 'k':
            return byKek(founding.kek);
        case 'K':
            return byKek(otherKek);
        case 'p':
            return Protector::passphrase(bytesOf("the heron stands in cold water"), quickKdf(1));
        case 'P':
            return Protector::passphrase(bytesOf("a kettle sings before it boils"), quickKdf(2));
        case 'n':
            return Protector::pin(bytesOf("271828"), SecretBytes::copyOf(founding.kek.bytes()), quickKdf(3));
        case 'N':
            return Protector::pin(bytesOf("314159"), SecretBytes::copyOf(founding.kek.bytes()), quickKdf(4));
        case 'r':
            return Protector::recovery(bytesOf("sixteen bytes 01"), quickKdf(5));
        default:
            return Protector::recovery(bytesOf("sixteen bytes 02"), quickKdf(6));
        }
    }

    std::vector<Protector> secrets(const QByteArray &names) const
    {
        std::vector<Protector> all;
        for (const char name : names)
            all.push_back(secret(name));
        return all;
    }

    static SlotType typeOf(char name)
    {
        switch (name) {
        case 'k':
        case 'K':
            return SlotType::Keychain;
        case 'p':
        case 'P':
            return SlotType::Passphrase;
        case 'n':
        case 'N':
            return SlotType::Pin;
        default:
            return SlotType::Recovery;
        }
    }

    SlotChange change(const QByteArray &put, const QByteArray &remove = {}) const
    {
        SlotChange change{secrets(put), {}};
        for (const char name : remove)
            change.remove.push_back(typeOf(name));
        return change;
    }

    /// A vault with these secrets and some rows; the keys are those after an
    /// unlock by one of them.
    Keys make(const QByteArray &names, char openedBy, int rows = 3)
    {
        // A copy of one that was made before spares the disk a second.
        static std::map<std::pair<QByteArray, int>, std::array<QByteArray, 3>> made;
        const std::array paths{layout.header(), layout.headerCopy(), layout.database()};
        auto &files = made[{names, rows}];
        if (files[0].isEmpty()) {
            makeNew(names, rows);
            std::transform(paths.begin(), paths.end(), files.begin(), get);
        }
        for (std::size_t i = 0; i < paths.size(); ++i)
            put(paths[i], files[i]);
        random = SeededRandom(43); // or a new key would be the old one again
        return keysBy(openedBy);
    }

    /// The first secret makes it, the others are added.
    void makeNew(const QByteArray &names, int rows)
    {
        auto keys = create(*disk, layout, random, founding.vaultId, secret(names[0]));
        if (!keys || !changeSlots(*disk, layout, random, *keys, change(names.mid(1))))
            throw std::runtime_error("cannot make the test's vault");
        fill(*keys, rows);
    }

    Keys keysBy(char name) const
    {
        auto keys = unlock(*disk, layout, secret(name));
        if (!keys)
            throw std::runtime_error("cannot unlock the test's vault");
        return std::move(*keys);
    }

    void fill(const Keys &keys, int rows)
    {
        auto opened = openDatabase(*disk, layout, keys);
        if (!opened)
            throw std::runtime_error("cannot fill the test's vault");
        storage::DraftRepository drafts(**opened);
        const auto filled = storage::inTransaction(**opened, [&]() -> storage::Result<void> {
            for (int i = 0; i < rows; ++i) {
                const auto text = QStringLiteral("draft %1 ").arg(i) + QString(2000, u'x');
                if (const auto saved = drafts.save(QString::number(i), text, i); !saved)
                    return saved;
            }
            return {};
        });
        if (!filled)
            throw std::runtime_error("cannot fill the test's vault");
    }

    /// The rows that a secret opens, the database verified; −1 if it opens nothing.
    int rowsBy(char name)
    {
        const auto keys = unlock(*disk, layout, secret(name));
        if (!keys)
            return -1;
        const auto opened = openDatabase(*disk, layout, *keys);
        if (!opened || !(*opened)->verify())
            return -1;
        const auto rows = storage::first(
            **opened, QStringLiteral("SELECT count(*) FROM draft"), {},
            [](const QSqlQuery &query) -> storage::Result<int> { return query.value(0).toInt(); });
        return rows ? *rows : -1;
    }

    /// Those of the secrets that unlock the header that is in the files now.
    QByteArray unlocking(const QByteArray &names = "kKpPnNrR") const
    {
        QByteArray found;
        for (const char name : names) {
            if (unlock(*disk, layout, secret(name)))
                found.append(name);
        }
        return found;
    }

    /// The same for each file alone; what a half-written neighbour opens too.
    QByteArray unlockingByAnyFile(const QByteArray &names = "kKpPnNrR") const
    {
        QByteArray found;
        std::vector<QByteArray> seen;
        for (const QLatin1String suffix :
             {QLatin1String(""), QLatin1String(".bak"), QLatin1String(".tmp"), QLatin1String(".bak.tmp")}) {
            const QByteArray content = get(layout.header() + suffix);
            if (content.isEmpty() || std::find(seen.begin(), seen.end(), content) != seen.end())
                continue;
            seen.push_back(content);
            const QTemporaryDir apart;
            const Layout there(apart.path() + QLatin1String("/rapport"));
            put(there.header(), content);
            for (const char name : names) {
                if (!found.contains(name) && unlock(*disk, there, secret(name)))
                    found.append(name);
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }
};

inline QByteArray sorted(QByteArray names)
{
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace rapport::vault::test
