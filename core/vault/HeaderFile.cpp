// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/HeaderFile.h"

namespace rapport::vault {

namespace {

Result<QByteArray> readContent(const Disk &disk, const QString &path)
{
    const auto entry = disk.look(path);
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind != Disk::Kind::File)
        return tl::unexpected(Error{Error::HeaderDamaged});
    // One byte more than is allowed, whatever size the file has.
    return disk.read(path, VaultHeader::maxFileSize + 1);
}

Result<void> replace(Disk &disk, const QString &path, const VaultHeader &header, const Proof &proof)
{
    const QByteArray content = header.serialise();
    const auto before = readContent(disk, path);
    if (!before || *before != content) {
        if (const auto written = disk.write(path, content); !written)
            return written;
    }
    const auto now = readHeader(disk, path);
    if (!now)
        return tl::unexpected(now.error());
    if (*now != header || !proof(*now))
        return tl::unexpected(Error{Error::CannotWrite});
    return {};
}

void putBack(Disk &disk, const QString &path, const Result<QByteArray> &before)
{
    const auto now = readContent(disk, path);
    if (before && (!now || *now != *before))
        static_cast<void>(disk.write(path, *before));
}

bool isNewer(const Result<VaultHeader> &header)
{
    return !header && header.error().kind == Error::NewerVersion;
}

} // namespace

Result<VaultHeader> readHeader(const Disk &disk, const QString &path)
{
    const auto content = readContent(disk, path);
    if (!content)
        return tl::unexpected(content.error());
    return VaultHeader::parse(*content);
}

Result<void> publishHeader(Disk &disk, const Files &files, const VaultHeader &header, const Proof &proof)
{
    const auto first = readContent(disk, files.header);
    const auto second = readContent(disk, files.headerCopy);
    auto published = replace(disk, files.header, header, proof);
    if (published)
        published = replace(disk, files.headerCopy, header, proof);
    if (!published) {
        putBack(disk, files.header, first);
        putBack(disk, files.headerCopy, second);
    }
    return published;
}

Result<std::vector<VaultHeader>> readHeaders(const Disk &disk, const Files &files)
{
    const auto first = readHeader(disk, files.header);
    const auto second = readHeader(disk, files.headerCopy);
    if (isNewer(first) || isNewer(second))
        return tl::unexpected(Error{Error::NewerVersion});
    std::vector<VaultHeader> headers;
    if (first)
        headers.push_back(*first);
    if (second && (!first || *first != *second))
        headers.push_back(*second);
    if (headers.empty())
        return tl::unexpected(first.error());
    return headers;
}

} // namespace rapport::vault
