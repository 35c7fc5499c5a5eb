// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>

#include <QByteArray>
#include <QString>

#include "core/domain/Uid.h"
#include "core/vault/BackupError.h"
#include "core/vault/Passphrase.h"
#include "core/vault/SecretBytes.h"

namespace rapport::vault {

/// A `.rapbak` file: everything, sealed with a passphrase.
///
/// # The format, for whoever writes a reader
///
/// u32 is unsigned and little-endian; bytes in JSON are in base64 with padding
/// (RFC 4648, section 4) and have exact lengths.
///
///     PREFIX   "RAPBKUP1" ‖ u32 length (1 … 4,096) ‖ JSON of that length
///     CHECK    32 bytes
///     HEADER   24 bytes: of libsodium's secretstream (XChaCha20-Poly1305)
///     CHUNKS   secretstream messages; nothing follows the last one
///
/// The JSON is an object in the canonical form of RFC 8785 (members sorted by
/// name, no white space; every number is a whole one below 2⁵³). A file whose
/// JSON does not equal its own canonical form is damaged. `format` is read
/// before anything else is judged: a whole number greater than 1 was written
/// for a newer reader, as was a file that starts with "RAPBKUP" and a digit
/// from 2 to 9.
///
///     created  when it was made, milliseconds since 1970-01-01T00:00Z
///     format   1
///     kdf      "argon2id"
///     mem      KiB, 8,192 … 1,048,576
///     ops      1 … 16
///     salt     16 bytes
///     series   16 bytes, the same for all backups of one vault:
///              BLAKE2b-128(key = the 16 bytes of its id, message = "RAPPORT BACKUP SERIES 1")
///
///     MASTER = Argon2id 1.3(passphrase in Unicode form C and UTF-8, salt, t = ops, m = mem, p = 1), 32 bytes
///     CHECK  = BLAKE2b-256(key = MASTER, message = "RAPPORT BACKUP CHECK 1" ‖ PREFIX)
///     KEY    = BLAKE2b-256(key = MASTER, message = "RAPPORT BACKUP STREAM 1")
///     AD     = BLAKE2b-256(PREFIX ‖ CHECK), without a key
///
/// CHECK tells a wrong passphrase from a damaged file. Every message is sealed
/// with KEY and the additional data AD and is 17 bytes longer than what it
/// holds. All have the tag MESSAGE but the last, which has FINAL.
///
/// The first message holds 65,536 bytes:
///
///     48 bytes     the image's raw key, as SQLCipher takes it (32 of key, 16 of salt)
///     u32 length   of the manifest, 1 … 65,484
///     manifest     JSON in canonical form
///     zero bytes   to the end
///
///     manifest     {hash, rows, schema, size}
///     hash         BLAKE2b-256 of the image
///     rows         {table: number of its rows}, at most 128 tables
///     schema       PRAGMA user_version of the image, 1 … 2³¹−1; a greater one than a reader
///                  knows was written by a newer Rapport
///     size         bytes of the image: a multiple of 4,096, 4,096 … 2⁴⁰
///
/// The further messages hold the image, 65,536 bytes each but the last, which
/// holds what is left, at least one. So the length of the whole file follows
/// from `size`. The image is an SQLCipher 4 database (pages of 4,096 bytes)
/// under the raw key.
struct BackupPrefix
{
    static constexpr int format = 1;
    static constexpr std::size_t maxJson = 4096;
    static constexpr std::size_t fixedSize = 12; ///< magic and length

    Kdf kdf{};
    qint64 createdMs = 0;
    std::array<std::byte, 16> series{};

    /// Magic, length and JSON.
    QByteArray serialise() const;

    /// How long the JSON is, from the first fixedSize bytes. NotABackup,
    /// NewerVersion, Damaged.
    static BackupResult<std::size_t> jsonSize(const QByteArray &start);

    /// From magic, length and JSON, whole. NotABackup, NewerVersion, Damaged;
    /// says nothing about CHECK.
    static BackupResult<BackupPrefix> parse(const QByteArray &prefix);
};

/// What names the backups of one vault and does not tell when it was made.
std::array<std::byte, 16> backupSeries(const domain::Uid &vaultId);

/// The keys that a passphrase gives; from the master key of one file.
struct BackupKeys
{
    SecretBytes stream;              ///< KEY
    std::array<std::byte, 32> check; ///< CHECK

    /// Takes one Argon2id. NoMemory.
    static BackupResult<BackupKeys> derive(const SecretBytes &passphrase, const Kdf &kdf,
                                           const QByteArray &prefix);
};

/// What the first message holds.
struct BackupManifest
{
    static constexpr std::size_t messageSize = std::size_t{64} * 1024;
    static constexpr std::size_t maxTables = 128;
    static constexpr qint64 pageSize = 4096;
    static constexpr qint64 maxImage = qint64{1} << 40;

    SecretBytes imageKey; ///< 48 bytes
    int schema = 0;
    qint64 size = 0;
    std::array<std::byte, 32> hash{};
    std::map<QString, qint64> rows;

    /// The message; empty when there is no memory, or too many tables.
    SecretBytes serialise() const;

    /// Damaged; NewerVersion where the schema is newer than this build's.
    static BackupResult<BackupManifest> parse(std::span<const std::byte> message);
};

/// How many messages hold an image of this many bytes.
qint64 imageMessages(qint64 size);

/// CHECK, HEADER and CHUNKS for an image of this many bytes.
qint64 sealedSize(qint64 imageSize);

} // namespace rapport::vault
