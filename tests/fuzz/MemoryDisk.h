// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>

#include "core/vault/Disk.h"

namespace rapport::fuzz {

/// A few files that are nowhere but in memory: a fuzzer looks at thousands in a
/// second.
class MemoryDisk final : public vault::Disk
{
public:
    std::map<QString, QByteArray> files;

    vault::Result<Entry> look(const QString &path) const override
    {
        const auto found = files.find(path);
        if (found == files.end())
            return Entry{};
        return Entry{Kind::File, found->second.size()};
    }
    vault::Result<std::vector<QString>> list(const QString &) const override { return {}; }
    vault::Result<QByteArray> read(const QString &path, qint64 atMost) const override
    {
        const auto found = files.find(path);
        if (found == files.end())
            return tl::unexpected(vault::Error{vault::Error::Internal});
        return found->second.left(atMost);
    }
    vault::Result<void> makeDirectory(const QString &) override { return {}; }
    vault::Result<void> write(const QString &path, const QByteArray &content) override
    {
        files[path] = content;
        return {};
    }
    vault::Result<void> settle(const QString &) override { return {}; }
    vault::Result<void> renameDirectory(const QString &, const QString &) override { return {}; }
    vault::Result<void> remove(const QString &path) override
    {
        files.erase(path);
        return {};
    }
};

} // namespace rapport::fuzz
