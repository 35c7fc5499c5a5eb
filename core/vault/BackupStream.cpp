// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/BackupStream.h"

#include <algorithm>
#include <vector>

namespace rapport::vault {

namespace {

constexpr std::size_t messageSize = BackupManifest::messageSize;
constexpr std::size_t sealedMessage = messageSize + crypto::streamOverhead;

tl::unexpected<BackupError> failed(BackupError::Kind kind, int nativeCode = 0)
{
    return tl::unexpected(BackupError{kind, nativeCode});
}

tl::unexpected<BackupError> unread(const Error &error)
{
    return failed(error.kind == Error::Internal ? BackupError::Internal : BackupError::CannotRead,
                  error.nativeCode);
}

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

std::array<std::byte, 32> additionalData(const QByteArray &prefix, const std::array<std::byte, 32> &check)
{
    crypto::Hash hash;
    hash.add(spanOf(prefix));
    hash.add(check);
    return hash.digest();
}

BackupResult<void> append(Disk::Output &target, std::span<const std::byte> bytes)
{
    if (const auto done = target.append(bytes); !done)
        return tl::unexpected(backupError(done.error()));
    return {};
}

} // namespace

BackupError backupError(const Error &error)
{
    switch (error.kind) {
    case Error::DiskFull:
        return {BackupError::DiskFull, error.nativeCode};
    case Error::CannotWrite:
    case Error::NotFirstRun:
        return {BackupError::CannotWrite, error.nativeCode};
    default:
        return {BackupError::Internal, error.nativeCode};
    }
}

BackupError backupError(const storage::Error &error)
{
    switch (error.kind) {
    case storage::Error::Closed:
    case storage::Error::Interrupted:
        return {BackupError::VaultClosed, error.nativeCode};
    case storage::Error::DiskFull:
        return {BackupError::DiskFull, error.nativeCode};
    case storage::Error::ReadOnly:
    case storage::Error::Io:
    case storage::Error::Busy:
        return {BackupError::CannotWrite, error.nativeCode};
    case storage::Error::WrongKey:
    case storage::Error::Damaged:
    case storage::Error::Missing:
        return {BackupError::VaultDamaged, error.nativeCode};
    default:
        return {BackupError::Internal, error.nativeCode};
    }
}

ProgressSpan::ProgressSpan(const Progress &progress, double from, double to)
    : m_progress(progress)
    , m_from(from)
    , m_to(to)
{}

bool ProgressSpan::reached(qint64 done, qint64 total) const
{
    if (!m_progress)
        return true;
    const double part = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 1.0;
    return m_progress(m_from + (m_to - m_from) * part);
}

ProgressSpan ProgressSpan::part(double from, double to) const
{
    return {m_progress, m_from + (m_to - m_from) * from, m_from + (m_to - m_from) * to};
}

BackupResult<std::array<std::byte, 32>> hashOf(Disk::Input &input, const ProgressSpan &span)
{
    crypto::Hash hash;
    std::vector<std::byte> piece(messageSize);
    qint64 done = 0;
    for (;;) {
        const auto count = input.read(piece);
        if (!count)
            return unread(count.error());
        if (*count == 0)
            return hash.digest();
        hash.add(std::span(piece).first(*count));
        done += static_cast<qint64>(*count);
        if (!span.reached(done, input.size()))
            return failed(BackupError::Cancelled);
    }
}

BackupResult<void> seal(Disk::Output &target, const BackupPrefix &prefix, const BackupKeys &keys,
                        const BackupManifest &manifest, Disk::Input &image, domain::RandomSource &random,
                        const ProgressSpan &span)
{
    const QByteArray start = prefix.serialise();
    std::array<std::byte, crypto::streamHeaderSize> header{};
    random.fill(header);
    for (const std::span<const std::byte> part :
         {spanOf(start), std::span<const std::byte>(keys.check), std::span<const std::byte>(header)}) {
        if (const auto done = append(target, part); !done)
            return done;
    }
    const auto additional = additionalData(start, keys.check);
    crypto::Stream stream(keys.stream.bytes().first<crypto::keySize>(), header);
    std::vector<std::byte> sealed(sealedMessage);

    const SecretBytes first = manifest.serialise();
    if (first.isEmpty())
        return failed(BackupError::Internal);
    if (!stream.seal(first.bytes(), additional, false, sealed))
        return failed(BackupError::NoMemory);
    if (const auto done = append(target, sealed); !done)
        return done;

    std::vector<std::byte> message(messageSize);
    for (qint64 left = manifest.size; left > 0;) {
        const auto wanted = static_cast<std::size_t>(std::min(left, static_cast<qint64>(messageSize)));
        const auto piece = std::span(message).first(wanted);
        const auto count = image.read(piece);
        if (!count || *count != wanted) // made a moment ago, by us
            return failed(BackupError::Internal, count ? 0 : count.error().nativeCode);
        left -= static_cast<qint64>(wanted);
        const auto out = std::span(sealed).first(wanted + crypto::streamOverhead);
        if (!stream.seal(piece, additional, left == 0, out))
            return failed(BackupError::Internal);
        if (const auto done = append(target, out); !done)
            return done;
        if (!span.reached(manifest.size - left, manifest.size))
            return failed(BackupError::Cancelled);
    }
    return {};
}

BackupReader::BackupReader(Disk::Input &input)
    : m_input(input)
{}

BackupResult<void> BackupReader::exactly(std::span<std::byte> bytes)
{
    const auto count = m_input.read(bytes);
    if (!count)
        return unread(count.error());
    if (*count != bytes.size())
        return failed(BackupError::Damaged);
    return {};
}

BackupResult<BackupPrefix> BackupReader::readPrefix()
{
    m_prefix.resize(BackupPrefix::fixedSize);
    const auto start = std::as_writable_bytes(std::span(m_prefix.data(), BackupPrefix::fixedSize));
    const auto count = m_input.read(start);
    if (!count)
        return unread(count.error());
    m_prefix.truncate(static_cast<qsizetype>(*count));
    const auto size = BackupPrefix::jsonSize(m_prefix);
    if (!size)
        return tl::unexpected(size.error());
    m_prefix.resize(static_cast<qsizetype>(BackupPrefix::fixedSize + *size));
    const auto rest = std::as_writable_bytes(
        std::span(m_prefix.data(), BackupPrefix::fixedSize + *size).subspan(BackupPrefix::fixedSize));
    if (const auto read = exactly(rest); !read)
        return tl::unexpected(read.error());
    const auto prefix = BackupPrefix::parse(m_prefix);
    if (!prefix)
        return prefix;
    m_read = *prefix;
    if (const auto read = exactly(m_check); !read)
        return tl::unexpected(read.error());
    return prefix;
}

BackupResult<BackupKeys> BackupReader::unlock(const SecretBytes &passphrase)
{
    auto keys = BackupKeys::derive(passphrase, m_read.kdf, m_prefix);
    if (!keys)
        return keys;
    if (const auto unlocked = unlock(*keys); !unlocked)
        return tl::unexpected(unlocked.error());
    return keys;
}

BackupResult<void> BackupReader::unlock(const BackupKeys &keys)
{
    if (m_prefix.isEmpty())
        return failed(BackupError::Internal);
    if (!crypto::equal(keys.check, m_check))
        return failed(BackupError::WrongPassphrase);
    std::array<std::byte, crypto::streamHeaderSize> header{};
    if (const auto read = exactly(header); !read)
        return read;
    m_additional = additionalData(m_prefix, m_check);
    m_stream.emplace(keys.stream.bytes().first<crypto::keySize>(), header);
    return {};
}

BackupResult<BackupManifest> BackupReader::readManifest()
{
    if (!m_stream)
        return failed(BackupError::Internal);
    std::vector<std::byte> sealed(sealedMessage);
    SecretBytes message(messageSize);
    if (message.isEmpty())
        return failed(BackupError::NoMemory);
    if (const auto read = exactly(sealed); !read)
        return tl::unexpected(read.error());
    if (m_stream->open(sealed, m_additional, message.bytes()) != crypto::Stream::Opened::Middle)
        return failed(BackupError::Damaged);
    auto manifest = BackupManifest::parse(message.bytes());
    // Before any work is begun by the size it names.
    if (manifest && m_prefix.size() + sealedSize(manifest->size) != m_input.size())
        return failed(BackupError::Damaged);
    return manifest;
}

BackupResult<void> BackupReader::readImage(const BackupManifest &manifest, const Sink &sink,
                                           const ProgressSpan &span)
{
    if (!m_stream)
        return failed(BackupError::Internal);
    using Opened = crypto::Stream::Opened;
    crypto::Hash hash;
    std::vector<std::byte> sealed(sealedMessage);
    std::vector<std::byte> message(messageSize);
    for (qint64 left = manifest.size; left > 0;) {
        const auto wanted = static_cast<std::size_t>(std::min(left, static_cast<qint64>(messageSize)));
        const auto in = std::span(sealed).first(wanted + crypto::streamOverhead);
        const auto piece = std::span(message).first(wanted);
        if (const auto read = exactly(in); !read)
            return read;
        left -= static_cast<qint64>(wanted);
        if (m_stream->open(in, m_additional, piece) != (left == 0 ? Opened::Last : Opened::Middle))
            return failed(BackupError::Damaged);
        hash.add(piece);
        if (const auto taken = sink(piece); !taken)
            return taken;
        if (!span.reached(manifest.size - left, manifest.size))
            return failed(BackupError::Cancelled);
    }
    std::array<std::byte, 1> beyond{};
    const auto more = m_input.read(beyond);
    if (!more)
        return unread(more.error());
    if (*more != 0 || !crypto::equal(hash.digest(), manifest.hash))
        return failed(BackupError::Damaged);
    return {};
}

} // namespace rapport::vault
