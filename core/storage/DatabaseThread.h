// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <type_traits>

#include <QFuture>
#include <QFutureWatcher>
#include <QMutex>
#include <QObject>
#include <QPromise>
#include <QThread>

#include "core/storage/Database.h"
#include "core/storage/Error.h"

namespace rapport::storage {

/// The one thread on which the database lives. Work is done in the order in
/// which it was given; whoever gives it never waits.
class DatabaseThread
{
public:
    DatabaseThread();

    /// Does the work given so far, closes the database and waits for the
    /// thread to end. So it must not be destroyed on its own thread.
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread &) = delete;
    DatabaseThread &operator=(const DatabaseThread &) = delete;

    /// Runs work that makes or opens a database on the thread and keeps what
    /// it made. The future holds the error, of whatever type the opener has.
    template<typename E>
    QFuture<tl::expected<void, E>> open(std::function<tl::expected<std::unique_ptr<Database>, E>()> opener)
    {
        return post<tl::expected<void, E>>([this, opener = std::move(opener)]() -> tl::expected<void, E> {
            auto opened = opener();
            if (!opened)
                return tl::unexpected(opened.error());
            keep(std::move(*opened));
            return {};
        });
    }

    /// Runs work with the open database; when none is open the answer is
    /// Error::Closed. T may be void.
    template<typename T>
    QFuture<Result<T>> run(std::function<Result<T>(Database &)> work)
    {
        return post<Result<T>>([this, work = std::move(work)]() -> Result<T> {
            if (!m_database)
                return tl::unexpected(Error{Error::Closed});
            auto result = work(*m_database);
            if (!result && result.error().kind == Error::Damaged)
                tellDamage();
            return result;
        });
    }

    /// Closes the database after the work given so far. Work given later is
    /// answered by Error::Closed, until another is opened.
    QFuture<void> close();

    /// Calls back on the context's thread each time work was answered by
    /// Damaged. Once, before any work is given.
    void onDamage(QObject *context, std::function<void()> callback);

    /// Ends the statement that is running now, if any; its work is answered by
    /// Error::Interrupted. From any thread.
    void interrupt();

private:
    template<typename R>
    QFuture<R> post(std::function<R()> work)
    {
        auto promise = std::make_shared<QPromise<R>>();
        QFuture<R> future = promise->future();
        promise->start();
        QMetaObject::invokeMethod(
            m_worker,
            [promise, work = std::move(work)] {
                promise->addResult(work());
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

    void keep(std::unique_ptr<Database> database);
    void tellDamage() const;

    QThread m_thread;
    QObject *m_worker = nullptr; // lives on m_thread
    QMutex m_interruptible;      // held while m_database changes or is interrupted
    QObject *m_damageContext = nullptr;
    std::function<void()> m_onDamage;
    std::unique_ptr<Database> m_database; // used on m_thread only, but for interrupt()
};

/// Calls back on the context's thread once the future has its result, and
/// never once the context is gone: a result that comes after a lock, which
/// destroys its view model, is dropped. R is not void.
template<typename R, typename Callback>
void whenDone(QObject *context, const QFuture<R> &future, Callback callback)
{
    auto *watcher = new QFutureWatcher<R>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, callback]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            callback(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace rapport::storage
