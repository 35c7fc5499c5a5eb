// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/HeaderFile.h"

namespace rapport::vault {

namespace {

Result<VaultHeader> readOne(const Disk &disk, const QString &path)
{
    const auto entry = disk.look(path);
    if (!entry)
        return tl::unexpected(entry.error());
    if (entry->kind != Disk::Kind::File)
        return tl::unexpected(Error{Error::HeaderDamaged});
    // One byte more than is allowed, whatever size the file has.
    const auto content = disk.read(path, VaultHeader::maxFileSize + 1);
    if (!content)
        return tl::unexpected(content.error());
    return VaultHeader::parse(*content);
}

bool isNewer(const Result<VaultHeader> &header)
{
    return !header && header.error().kind == Error::NewerVersion;
}

} // namespace

Result<std::vector<VaultHeader>> readHeaders(const Disk &disk, const Files &files)
{
    const auto first = readOne(disk, files.header);
    const auto second = readOne(disk, files.headerCopy);
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
