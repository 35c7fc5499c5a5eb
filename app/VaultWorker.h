// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>

#include <QPromise>
#include <QThreadPool>

#include "core/storage/DatabaseThread.h"

namespace rapport::app {

/// The one thread for the vault's files and for Argon2id, so that of what is
/// asked for one thing is done after the other. Owned by Shell, used from the
/// GUI thread by whoever changes or opens the vault.
class VaultWorker
{
public:
    VaultWorker() { m_pool.setMaxThreadCount(1); }

    ~VaultWorker() { wait(); }
    VaultWorker(const VaultWorker &) = delete;
    VaultWorker &operator=(const VaultWorker &) = delete;

    /// Until all that was asked for is done. Whoever's jobs look at itself
    /// calls it before it goes.
    void wait() { m_pool.waitForDone(); }

    /// Runs the job there, then the callback on the context's thread, if the
    /// context still exists. R is copyable.
    template<typename R>
    void run(QObject *context, std::function<R()> job, std::function<void(const R &)> done)
    {
        auto promise = std::make_shared<QPromise<R>>();
        const QFuture<R> future = promise->future();
        promise->start();
        storage::whenDone(context, future, std::move(done));
        m_pool.start([promise, job = std::move(job)] {
            promise->addResult(job());
            promise->finish();
        });
    }

private:
    QThreadPool m_pool;
};

} // namespace rapport::app
