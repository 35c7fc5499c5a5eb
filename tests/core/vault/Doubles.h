// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <random>
#include <utility>

#include "core/domain/Clock.h"
#include "core/vault/Disk.h"

// Stand-ins for time, chance and a failing disk. Everything else is real.

namespace rapport::vault::test {

class FixedClock final : public domain::Clock
{
public:
    domain::Moment now() const override { return {1'790'000'000'000, 120}; }
    QByteArray zone() const override { return "Europe/Madrid"; }
};

/// The same bytes for the same seed.
class SeededRandom final : public domain::RandomSource
{
public:
    explicit SeededRandom(std::uint32_t seed)
        : m_engine(seed)
    {}
    void fill(std::span<std::byte> bytes) override
    {
        std::generate(bytes.begin(), bytes.end(),
                      [this] { return static_cast<std::byte>(m_engine() & 0xff); });
    }

private:
    std::mt19937 m_engine;
};

/// A disk that does something of the test's before each step that changes it:
/// answers an error, or ends the process.
class SteppedDisk final : public Disk
{
public:
    using BeforeStep = std::function<Result<void>(int step)>;

    explicit SteppedDisk(BeforeStep beforeStep)
        : m_beforeStep(std::move(beforeStep))
    {}
    int steps() const { return m_steps; }

    Result<Entry> look(const QString &path) const override { return m_real->look(path); }
    Result<std::vector<QString>> list(const QString &directory) const override
    {
        return m_real->list(directory);
    }
    Result<QByteArray> read(const QString &path, qint64 atMost) const override
    {
        return m_real->read(path, atMost);
    }
    Result<void> makeDirectory(const QString &path) override
    {
        return step([&] { return m_real->makeDirectory(path); });
    }
    Result<void> write(const QString &path, const QByteArray &content) override
    {
        return step([&] { return m_real->write(path, content); });
    }
    Result<void> copy(const QString &from, const QString &to) override
    {
        return step([&] { return m_real->copy(from, to); });
    }
    Result<qint64> room(const QString &directory) const override { return m_real->room(directory); }
    Result<void> settle(const QString &path) override
    {
        return step([&] { return m_real->settle(path); });
    }
    Result<std::unique_ptr<Output>> createFile(const QString &path) override
    {
        if (auto before = m_beforeStep(m_steps++); !before)
            return tl::unexpected(before.error());
        auto made = m_real->createFile(path);
        if (!made)
            return made;
        return std::make_unique<SteppedOutput>(*this, std::move(*made));
    }
    Result<std::unique_ptr<Input>> openFile(const QString &path) const override
    {
        return m_real->openFile(path);
    }
    Result<void> renameFile(const QString &from, const QString &to) override
    {
        return step([&] { return m_real->renameFile(from, to); });
    }
    Result<bool> exchange(const QString &one, const QString &other) override
    {
        if (!exchanges)
            return false;
        if (auto before = m_beforeStep(m_steps++); !before)
            return tl::unexpected(before.error());
        return m_real->exchange(one, other);
    }
    Result<void> renameDirectory(const QString &from, const QString &to) override
    {
        return step([&] { return m_real->renameDirectory(from, to); });
    }
    Result<void> remove(const QString &path) override
    {
        return removes ? m_real->remove(path) : step([&] { return m_real->remove(path); });
    }

    bool exchanges = true; ///< false: a file system that cannot
    bool removes = false;  ///< true: removing is no step, as it needs no room on a full disk

private:
    class SteppedOutput final : public Output
    {
    public:
        SteppedOutput(SteppedDisk &disk, std::unique_ptr<Output> real)
            : m_disk(disk)
            , m_real(std::move(real))
        {}
        Result<void> append(std::span<const std::byte> bytes) override
        {
            return m_disk.step([&] { return m_real->append(bytes); });
        }
        Result<void> finish() override
        {
            return m_disk.step([&] { return m_real->finish(); });
        }

    private:
        SteppedDisk &m_disk;
        std::unique_ptr<Output> m_real;
    };

    template<typename Do>
    Result<void> step(Do action)
    {
        if (auto before = m_beforeStep(m_steps++); !before)
            return before;
        return action();
    }

    BeforeStep m_beforeStep;
    int m_steps = 0;
    std::unique_ptr<Disk> m_real = systemDisk();
};

} // namespace rapport::vault::test
