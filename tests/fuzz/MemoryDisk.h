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
    vault::Result<void> copy(const QString &from, const QString &to) override
    {
        files[to] = files[from];
        return {};
    }
    vault::Result<qint64> room(const QString &) const override { return 1 << 30; }
    vault::Result<void> settle(const QString &) override { return {}; }
    vault::Result<std::unique_ptr<Output>> createFile(const QString &) override { return none(); }
    vault::Result<std::unique_ptr<Input>> openFile(const QString &) const override { return none(); }
    vault::Result<void> renameFile(const QString &from, const QString &to) override
    {
        files[to] = files[from];
        files.erase(from);
        return {};
    }
    vault::Result<bool> exchange(const QString &, const QString &) override { return false; }
    vault::Result<void> renameDirectory(const QString &, const QString &) override { return {}; }
    vault::Result<void> remove(const QString &path) override
    {
        files.erase(path);
        return {};
    }

private:
    static tl::unexpected<vault::Error> none()
    {
        return tl::unexpected(vault::Error{vault::Error::Internal});
    }
};

} // namespace rapport::fuzz
