// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/vault/Disk.h"

namespace rapport::vault::test {

/// The real disk, for doubles that differ from it in a step or two.
class PassingDisk : public Disk
{
public:
    Result<Entry> look(const QString &path) const override { return m_real->look(path); }
    Result<std::vector<QString>> list(const QString &directory) const override
    {
        return m_real->list(directory);
    }
    Result<QByteArray> read(const QString &path, qint64 atMost) const override
    {
        return m_real->read(path, atMost);
    }
    Result<void> makeDirectory(const QString &path) override { return m_real->makeDirectory(path); }
    Result<void> write(const QString &path, const QByteArray &content) override
    {
        return m_real->write(path, content);
    }
    Result<void> copy(const QString &from, const QString &to) override { return m_real->copy(from, to); }
    Result<qint64> room(const QString &directory) const override { return m_real->room(directory); }
    Result<void> settle(const QString &path) override { return m_real->settle(path); }
    Result<std::unique_ptr<Output>> createFile(const QString &path) override
    {
        return m_real->createFile(path);
    }
    Result<std::unique_ptr<Input>> openFile(const QString &path) const override
    {
        return m_real->openFile(path);
    }
    Result<void> renameFile(const QString &from, const QString &to) override
    {
        return m_real->renameFile(from, to);
    }
    Result<bool> exchange(const QString &one, const QString &other) override
    {
        return m_real->exchange(one, other);
    }
    Result<void> renameDirectory(const QString &from, const QString &to) override
    {
        return m_real->renameDirectory(from, to);
    }
    Result<void> remove(const QString &path) override { return m_real->remove(path); }

protected:
    std::unique_ptr<Disk> m_real = systemDisk();
};

} // namespace rapport::vault::test
