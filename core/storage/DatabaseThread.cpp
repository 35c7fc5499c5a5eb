// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/DatabaseThread.h"

namespace rapport::storage {

DatabaseThread::DatabaseThread()
    : m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("database"));
    m_thread.start();
}

DatabaseThread::~DatabaseThread()
{
    // quit() ends the thread's loop before what is queued: a card that was
    // given a moment ago would be lost. So the queue is worked off first.
    close().waitForFinished();
    m_thread.quit();
    m_thread.wait();
}

QFuture<void> DatabaseThread::close()
{
    auto promise = std::make_shared<QPromise<void>>();
    QFuture<void> future = promise->future();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker,
        [this, promise] {
            keep(nullptr);
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

void DatabaseThread::onDamage(QObject *context, std::function<void()> callback)
{
    m_damageContext = context;
    m_onDamage = std::move(callback);
}

void DatabaseThread::tellDamage() const
{
    if (m_damageContext)
        QMetaObject::invokeMethod(m_damageContext, m_onDamage, Qt::QueuedConnection);
}

void DatabaseThread::interrupt()
{
    const QMutexLocker lock(&m_interruptible);
    if (m_database)
        m_database->interrupt();
}

void DatabaseThread::keep(std::unique_ptr<Database> database)
{
    {
        const QMutexLocker lock(&m_interruptible);
        m_database.swap(database);
    }
    // What was open before closes here, outside the lock: that may take a while.
    database.reset();
}

} // namespace rapport::storage
