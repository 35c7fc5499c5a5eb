// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/PulseBell.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include <QFutureWatcher>
#include <QPromise>
#include <QtEndian>

#include "platform/linux/PulseLibrary.h"

namespace rapport::platform {

namespace {

constexpr std::chrono::milliseconds lastMoment{500};
constexpr qsizetype pieceBytes = qsizetype{Bell::samplesPerSecond} / 20 * 2;

QByteArray quieter(const QByteArray &samples, double volume)
{
    const double factor = std::clamp(volume, 0.0, 1.0);
    QByteArray scaled(samples.size() / 2 * 2, Qt::Uninitialized);
    for (qsizetype at = 0; at + 1 < samples.size(); at += 2) {
        const auto sample = qFromLittleEndian<qint16>(samples.constData() + at);
        qToLittleEndian(static_cast<qint16>(sample * factor), scaled.data() + at);
    }
    return scaled;
}

} // namespace

// What the bell and its thread share. The thread holds it, too, so that one
// that hangs in the library can be left behind.
struct PulseBell::Shared
{
    using Way = std::optional<pulse::Stream>;
    using Job = std::function<void(Way &)>;

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> jobs;
    bool running = false; // there is a thread
    std::atomic<bool> ending = false;

    static void give(const std::shared_ptr<Shared> &shared, Job job)
    {
        const std::lock_guard lock(shared->mutex);
        shared->jobs.push_back(std::move(job));
        if (shared->running)
            return shared->changed.notify_all();
        std::thread(&Shared::work, shared).detach();
        shared->running = true;
    }

    /// Ends by itself once the way is closed and nothing is asked.
    static void work(const std::shared_ptr<Shared> &shared)
    {
        Way way;
        std::unique_lock lock(shared->mutex);
        for (;;) {
            if (shared->ending)
                shared->jobs.clear();
            if (shared->jobs.empty() && !way)
                break;
            if (shared->jobs.empty() && !shared->ending) {
                shared->changed.wait(lock);
                continue;
            }
            const Job job =
                shared->jobs.empty() ? Job([](Way &open) { open.reset(); }) : shared->jobs.front();
            if (!shared->jobs.empty())
                shared->jobs.pop_front();
            lock.unlock(); // the job talks to the server
            job(way);
            lock.lock();
        }
        shared->running = false;
        shared->changed.notify_all();
    }

    /// In pieces, so that nobody waits for a bell when the app ends.
    bool play(pulse::Stream &stream, const QByteArray &sound) const
    {
        for (qsizetype at = 0; at < sound.size() && !ending; at += pieceBytes) {
            const auto size = static_cast<std::size_t>(std::min(pieceBytes, sound.size() - at));
            if (!stream.write(sound.constData() + at, size))
                return false;
        }
        if (!ending)
            stream.drain();
        return true;
    }
};

PulseBell::PulseBell()
    : m_shared(std::make_shared<Shared>())
{}

PulseBell::~PulseBell()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->ending = true;
    m_shared->changed.notify_all();
    m_shared->changed.wait_for(lock, lastMoment, [this] { return !m_shared->running; });
}

void PulseBell::prepare(QObject *context, Answer answer)
{
    auto promise = std::make_shared<QPromise<bool>>();
    auto *watcher = new QFutureWatcher<bool>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, answer = std::move(answer)] {
        watcher->deleteLater();
        answer(watcher->future().resultCount() > 0 && watcher->result());
    });
    watcher->setFuture(promise->future());
    promise->start();
    Shared::give(m_shared, [promise](Shared::Way &way) {
        if (!way || !way->isOpen())
            way.emplace();
        promise->addResult(way->isOpen());
        promise->finish();
    });
}

void PulseBell::ring(const QByteArray &samples, double volume)
{
    // Weak, since the job lies within what it would keep.
    Shared::give(m_shared,
                 [weak = std::weak_ptr(m_shared), sound = quieter(samples, volume)](Shared::Way &way) {
                     const std::shared_ptr<Shared> shared = weak.lock();
                     if (!shared || !way)
                         return;
                     // The server may have been started anew since the bell was prepared.
                     if (!shared->play(*way, sound)) {
                         way.emplace();
                         shared->play(*way, sound);
                     }
                 });
}

void PulseBell::release()
{
    Shared::give(m_shared, [](Shared::Way &way) { way.reset(); });
}

} // namespace rapport::platform
