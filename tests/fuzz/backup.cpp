// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// A .rapbak file. Chance finds no right tag, so there are two kinds of input,
// by the first byte: a file as it lies there, and what is in its messages,
// which is sealed here: u8, u16 little-endian, so many bytes of the first
// message (the rest of it is zeros), then the image.

#include <algorithm>
#include <vector>

#include "core/vault/BackupStream.h"
#include "tests/fuzz/Target.h"

using namespace rapport::vault;
using namespace rapport::fuzz;

namespace {

constexpr std::size_t messageSize = BackupManifest::messageSize;

class MemoryInput final : public Disk::Input
{
public:
    explicit MemoryInput(const QByteArray &bytes)
        : m_bytes(bytes)
    {}
    qint64 size() const override { return m_bytes.size(); }
    Result<std::size_t> read(std::span<std::byte> bytes) override
    {
        const qsizetype count = std::min(static_cast<qsizetype>(bytes.size()), m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, count, reinterpret_cast<char *>(bytes.data()));
        m_at += count;
        return static_cast<std::size_t>(count);
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// Keys that no passphrase gives, known to both sides.
BackupKeys keysFor(const std::array<std::byte, 32> &check)
{
    BackupKeys keys{SecretBytes(crypto::keySize), check};
    std::fill(keys.stream.bytes().begin(), keys.stream.bytes().end(), std::byte{7});
    return keys;
}

void appendSealed(QByteArray &file, crypto::Stream &stream, std::span<const std::byte> message,
                  std::span<const std::byte> additional, bool last)
{
    std::vector<std::byte> sealed(message.size() + crypto::streamOverhead);
    promise(stream.seal(message, additional, last, sealed), "a message can be sealed");
    file.append(reinterpret_cast<const char *>(sealed.data()), static_cast<qsizetype>(sealed.size()));
}

QByteArray sealedFile(const QByteArray &first, const QByteArray &image)
{
    BackupPrefix prefix;
    prefix.kdf.memKib = Kdf::minMemKib;
    const std::array<std::byte, 32> check{};
    QByteArray file = prefix.serialise();
    crypto::Hash hash;
    hash.add(spanOf(file));
    hash.add(check);
    const auto additional = hash.digest();
    file.append(QByteArray(32 + qsizetype{crypto::streamHeaderSize}, '\0'));
    const std::array<std::byte, crypto::streamHeaderSize> header{};
    crypto::Stream stream(keysFor(check).stream.bytes().first<crypto::keySize>(), header);
    QByteArray whole = first;
    whole.resize(static_cast<qsizetype>(messageSize), '\0');
    appendSealed(file, stream, spanOf(whole), additional, false);
    for (qsizetype at = 0; at < image.size(); at += static_cast<qsizetype>(messageSize)) {
        const QByteArray piece = image.mid(at, static_cast<qsizetype>(messageSize));
        appendSealed(file, stream, spanOf(piece), additional, at + piece.size() == image.size());
    }
    return file;
}

/// Whether the whole file was read; what is known of it holds on the way.
bool readsWhole(const QByteArray &file)
{
    MemoryInput input(file);
    BackupReader reader(input);
    const auto prefix = reader.readPrefix();
    if (!prefix)
        return false;
    promise(prefix->kdf.isAcceptable(), "no more work than is allowed");
    const QByteArray start = prefix->serialise();
    promise(file.startsWith(start), "a prefix is read in one spelling only");
    // What stands where CHECK is, so that what comes after it is reached, too.
    std::array<std::byte, 32> check{};
    std::copy_n(spanOf(file).subspan(static_cast<std::size_t>(start.size())).begin(), check.size(),
                check.begin());
    if (!reader.unlock(keysFor(check)))
        return false;
    const auto manifest = reader.readManifest();
    if (!manifest)
        return false;
    promise(manifest->size > 0 && manifest->size <= BackupManifest::maxImage,
            "an image of a size that can be");
    promise(manifest->size % BackupManifest::pageSize == 0, "whole pages");
    promise(manifest->rows.size() <= BackupManifest::maxTables && manifest->schema > 0,
            "what a manifest may say");
    qint64 taken = 0;
    const Progress progress;
    const auto read = reader.readImage(
        *manifest,
        [&](std::span<const std::byte> piece) -> BackupResult<void> {
            taken += static_cast<qint64>(piece.size());
            return {};
        },
        ProgressSpan(progress, 0, 1));
    promise(!read || taken == manifest->size, "all of the image");
    promise(taken <= file.size(), "no more than is there");
    return read.has_value();
}

/// A manifest that can be read, put right for this image: then all of it reads.
void readRight(const QByteArray &first, const QByteArray &image)
{
    QByteArray whole = first;
    whole.resize(static_cast<qsizetype>(messageSize), '\0');
    auto manifest = BackupManifest::parse(spanOf(whole));
    if (!manifest || image.isEmpty() || image.size() % BackupManifest::pageSize != 0)
        return;
    crypto::Hash hash;
    hash.add(spanOf(image));
    manifest->hash = hash.digest();
    manifest->size = image.size();
    const SecretBytes message = manifest->serialise();
    const QByteArray right(reinterpret_cast<const char *>(message.bytes().data()),
                           static_cast<qsizetype>(message.size()));
    const QByteArray file = sealedFile(right, image);
    promise(readsWhole(file), "what is right is read");
    promise(!readsWhole(file + '\0') && !readsWhole(file.chopped(1)), "nothing may be missing or follow");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = bytesOf(data, size);
    if (size < 3 || (data[0] & 1) == 0) {
        readsWhole(input.mid(1));
        return 0;
    }
    const qsizetype length = std::min<qsizetype>(data[1] + 256 * data[2], input.size() - 3);
    const QByteArray first = input.mid(3, length);
    const QByteArray image = input.mid(3 + length);
    readsWhole(sealedFile(first, image));
    readRight(first, image);
    return 0;
}
