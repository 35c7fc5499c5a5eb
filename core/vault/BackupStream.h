// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>

#include "core/vault/BackupFormat.h"
#include "core/vault/Crypto.h"
#include "core/vault/Disk.h"

// A backup as a stream: sealed to a file, and opened from one. Both ends take
// 64 KiB at a time, whatever the file says about itself.

namespace rapport::vault {

/// A part of somebody's progress: from `from` to `to` of it. The callback may
/// be empty.
class ProgressSpan
{
public:
    ProgressSpan(const Progress &progress, double from, double to);

    /// Whether to go on.
    bool reached(qint64 done, qint64 total) const;
    ProgressSpan part(double from, double to) const; ///< of this one, 0 … 1

private:
    const Progress &m_progress;
    double m_from;
    double m_to;
};

/// The hash of what is left of a file. Cancelled, CannotRead.
BackupResult<std::array<std::byte, 32>> hashOf(Disk::Input &input, const ProgressSpan &span);

/// Writes the whole file but for its finish().
BackupResult<void> seal(Disk::Output &target, const BackupPrefix &prefix, const BackupKeys &keys,
                        const BackupManifest &manifest, Disk::Input &image, domain::RandomSource &random,
                        const ProgressSpan &span);

/// Reads a backup from its beginning to its end, each part once.
class BackupReader
{
public:
    explicit BackupReader(Disk::Input &input);

    /// What stands before the passphrase is asked for. NotABackup, Damaged,
    /// NewerVersion, CannotRead.
    BackupResult<BackupPrefix> readPrefix();

    /// The keys to it. One Argon2id. WrongPassphrase, Damaged, NoMemory, CannotRead.
    BackupResult<BackupKeys> unlock(const SecretBytes &passphrase);

    /// With keys that are known. Same errors.
    BackupResult<void> unlock(const BackupKeys &keys);

    BackupResult<BackupManifest> readManifest();

    /// Takes the pieces of the image; what it answers ends the reading.
    using Sink = std::function<BackupResult<void>(std::span<const std::byte>)>;

    /// The image, to the end of the file. Nothing that comes through the sink
    /// may be believed before this has succeeded: then the hash is the
    /// manifest's, and nothing is missing and nothing too much. Damaged,
    /// Cancelled, CannotRead, or the sink's.
    BackupResult<void> readImage(const BackupManifest &manifest, const Sink &sink, const ProgressSpan &span);

private:
    BackupResult<void> exactly(std::span<std::byte> bytes);

    Disk::Input &m_input;
    QByteArray m_prefix;
    BackupPrefix m_read;
    std::array<std::byte, 32> m_check{};
    std::array<std::byte, 32> m_additional{};
    std::optional<crypto::Stream> m_stream;
};

} // namespace rapport::vault
